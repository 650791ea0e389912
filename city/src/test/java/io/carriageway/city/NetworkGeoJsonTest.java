package io.carriageway.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carriageway.city.world.Segment;
import io.carriageway.city.world.VehicleState;
import io.carriageway.event.VehicleTelemetry;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NetworkGeoJsonTest {
    private static final double METRES_PER_DEGREE = 111_194.926;
    private static final double METRES_PER_DEGREE_EAST = METRES_PER_DEGREE * Math.cos(Math.toRadians(48.2082));
    private final City city = City.of(CityConfig.defaults());
    private final Map<String, JsonNode> features = features();

    private Map<String, JsonNode> features() {
        try {
            JsonNode collection = new ObjectMapper().readTree(city.networkGeoJson());
            assertThat(collection.get("type").asText()).isEqualTo("FeatureCollection");
            Map<String, JsonNode> byId = new HashMap<>();
            collection
                    .get("features")
                    .forEach(feature ->
                            byId.put(feature.at("/properties/segment_id").asText(), feature));
            return byId;
        } catch (IOException e) {
            throw new AssertionError("no JSON", e);
        }
    }

    @Test
    void everySegmentIsAOneWayLineOfItsLength() {
        assertThat(features.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        city.segments().stream().map(Segment::id).toList());
        assertThat(features.values()).allSatisfy(feature -> {
            double metres = 0;
            JsonNode line = feature.at("/geometry/coordinates");
            for (int i = 1; i < line.size(); i++) {
                metres += Math.hypot(east(line, i) - east(line, i - 1), north(line, i) - north(line, i - 1));
            }
            assertThat(feature.at("/geometry/type").asText()).isEqualTo("LineString");
            assertThat(feature.at("/properties/length_m").asDouble())
                    .isCloseTo(metres, within(0.2))
                    .isBetween(120.0, 150.0);
            assertThat(feature.at("/properties/free_flow_kmh").asDouble()).isBetween(27.0, 45.0);
            assertThat(feature.at("/properties/oneway").asBoolean()).isTrue();
            assertThat(feature.at("/properties/name").asText()).endsWith("Street");
        });
    }

    @Test
    void bothDirectionsOfAStreetBearOneName() {
        for (CityCamera camera : city.cameras()) {
            assertThat(camera.name())
                    .startsWith(features.get(camera.segmentId())
                            .at("/properties/name")
                            .asText());
        }
        assertThat(features.values().stream()
                        .map(feature -> feature.at("/properties/name").asText())
                        .distinct())
                .hasSize(8);
    }

    @Test
    void everyReportOfAVehicleLiesOnItsSegmentAndHeadsAlongIt() {
        LongStream.range(0, 40_000).forEach(index -> city.telemetry(index).ifPresent(event -> {
            VehicleTelemetry report = event.event();
            VehicleState state = city.vehiclesAt(report.getRecordedAt())
                    .get(Integer.parseInt(report.getVehicleId().substring(4)));
            double[] nearest = nearest(features.get(state.segmentId()), report);
            assertThat(nearest[0]).isLessThan(7);
            if (report.getHeadingDeg() != null) {
                assertThat(Math.abs(Math.IEEEremainder(report.getHeadingDeg() - nearest[1], 360)))
                        .isLessThan(40);
            }
        }));
    }

    /** Distance from the line in metres, and its direction there in degrees. */
    private static double[] nearest(JsonNode feature, VehicleTelemetry report) {
        JsonNode line = feature.at("/geometry/coordinates");
        double east = report.getLongitude() * METRES_PER_DEGREE_EAST;
        double north = report.getLatitude() * METRES_PER_DEGREE;
        double[] best = {Double.MAX_VALUE, 0};
        for (int i = 1; i < line.size(); i++) {
            double alongEast = east(line, i) - east(line, i - 1);
            double alongNorth = north(line, i) - north(line, i - 1);
            double share = ((east - east(line, i - 1)) * alongEast + (north - north(line, i - 1)) * alongNorth)
                    / (alongEast * alongEast + alongNorth * alongNorth);
            double within = Math.max(0, Math.min(1, share));
            double distance = Math.hypot(
                    east - east(line, i - 1) - within * alongEast, north - north(line, i - 1) - within * alongNorth);
            if (distance < best[0]) {
                best = new double[] {distance, Math.toDegrees(Math.atan2(alongEast, alongNorth))};
            }
        }
        return best;
    }

    private static double east(JsonNode line, int i) {
        return line.get(i).get(0).asDouble() * METRES_PER_DEGREE_EAST;
    }

    private static double north(JsonNode line, int i) {
        return line.get(i).get(1).asDouble() * METRES_PER_DEGREE;
    }
}
