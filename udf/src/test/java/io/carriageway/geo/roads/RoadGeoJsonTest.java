package io.carriageway.geo.roads;

import static io.carriageway.geo.roads.TestRoads.feature;
import static io.carriageway.geo.roads.TestRoads.geoJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carriageway.geo.RoadAttributes;
import io.carriageway.geo.RoadNetwork;
import io.carriageway.geo.osm.RoadClasses;
import io.carriageway.geo.osm.SpeedDefaults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RoadGeoJsonTest {

    @Test
    void aNetworkOfAMapLoadsAsTheSameNetworkAgain() throws Exception {
        var map = RoadFile.read(
                geoJson(
                        feature("\"@id\": \"way/1\", \"highway\": \"primary\", \"name\": \"A\", \"lanes\": \"2\","
                                + " \"maxspeed\": \"50\", \"maxspeed:backward\": \"30\""),
                        """
                        {"type": "Feature", "properties": {"@id": "way/2", "highway": "residential"}, "geometry":
                         {"type": "LineString", "coordinates": [[13.01, 52.0], [13.01, 52.01]]}}""",
                        """
                        {"type": "Feature", "properties": {"@id": "way/3", "highway": "motorway"}, "geometry":
                         {"type": "LineString", "coordinates": [[13.01, 52.01], [13.02, 52.01]]}}"""),
                "roads.geojson",
                new RoadRules(false, null, RoadClasses.DEFAULT, SpeedDefaults.parse("DE")));
        var written = write(map.network(), map.report().attribution());
        var again = RoadFile.read(written, "again.geojson", RoadRules.DEFAULT);
        assertThat(again.network()).isEqualTo(map.network());
        assertThat(again.report().attribution()).isEqualTo(RoadAttributes.OPEN_STREET_MAP);
        var tree = new ObjectMapper().readTree(written);
        // way/1 has other speeds in each direction, way/2 is one feature, way/3 is one-way
        assertThat(tree.path("features")).hasSize(4);
        assertThat(tree.path("attribution").asText()).isEqualTo("© OpenStreetMap contributors, ODbL 1.0");
    }

    @Test
    void versionsAndIdsOfTheirOwnStay() throws Exception {
        var network = RoadFile.read(
                        geoJson(
                                feature("\"segment_id\": \"a\", \"valid_to\": \"2026-03-01T00:00:00Z\""),
                                feature(
                                        "\"segment_id\": \"a\", \"valid_from\": \"2026-03-01T00:00:00Z\", \"free_flow_kmh\": 50"),
                                feature("\"segment_id\": \"b\", \"reverse_segment_id\": \"c\"")),
                        "roads.geojson",
                        RoadRules.DEFAULT)
                .network();
        var written = write(network, null);
        assertThat(RoadFile.read(written, "again.geojson", RoadRules.DEFAULT).network())
                .isEqualTo(network);
        assertThat(new ObjectMapper().readTree(written).has("attribution")).isFalse();
    }

    private static byte[] write(RoadNetwork network, String attribution) throws IOException {
        var out = new ByteArrayOutputStream();
        RoadGeoJson.write(network, attribution, out);
        return out.toByteArray();
    }
}
