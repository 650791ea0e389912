package io.carriageway.geo;

import static io.carriageway.geo.Roads.feature;
import static io.carriageway.geo.Roads.geoJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.flink.util.ExceptionUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoadNetworkTest {

    @Test
    void aTwoWayRoadIsTwoSegments() throws Exception {
        var segments = parse(feature("\"segment_id\": \"a\", \"name\": \"High Street\", \"free_flow_kmh\": 50"));
        assertThat(segments.segments())
                .extracting(segment -> segment.segmentId() + " " + segment.line())
                .containsExactly("a LINESTRING (13 52, 13.01 52)", "a-reverse LINESTRING (13.01 52, 13 52)");
        assertThat(segments.segments()).allSatisfy(segment -> {
            assertThat(segment.name()).isEqualTo("High Street");
            assertThat(segment.freeFlowKmh()).isEqualTo(50);
        });
    }

    @Test
    void theWayBackMayHaveAnIdOfItsOwn() throws Exception {
        var segments = parse(feature("\"segment_id\": \"a\", \"reverse_segment_id\": \"b\""));
        assertThat(segments.segments()).extracting(RoadSegment::segmentId).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource({"true, 13", "'\"yes\"', 13", "'\"-1\"', 13.01"})
    void aOneWayRoadIsOneSegmentInItsDirection(String oneway, double startLongitude) throws Exception {
        var segments =
                parse(feature("\"segment_id\": \"a\", \"oneway\": " + oneway)).segments();
        assertThat(segments).hasSize(1);
        assertThat(segments.get(0).line().getStartPoint().getX()).isEqualTo(startLongitude);
    }

    @Test
    void whatIsNotKnownIsNullAndHoldsForEver() throws Exception {
        var segment = parse(feature("\"segment_id\": 7")).segments().get(0);
        assertThat(segment).isEqualTo(new RoadSegment("7", null, segment.line(), null, Instant.EPOCH, null));
    }

    @Test
    void aSegmentMayHaveVersionsOneAfterTheOther() throws Exception {
        var network = parse(
                feature("\"segment_id\": \"a\", \"oneway\": true, \"valid_from\": \"2026-03-01T00:00:00Z\""),
                feature("\"segment_id\": \"a\", \"oneway\": true, \"valid_to\": \"2026-03-01T00:00:00Z\""));
        assertThat(network.segments())
                .extracting(RoadSegment::validFrom)
                .containsExactly(Instant.EPOCH, Instant.parse("2026-03-01T00:00:00Z"));
    }

    @Test
    void twoVersionsAtOneTimeAreRefused() {
        assertThatThrownBy(() -> parse(
                        feature("\"segment_id\": \"a\", \"oneway\": true"),
                        feature("\"segment_id\": \"a\", \"oneway\": true, \"valid_from\": \"2026-03-01T00:00:00Z\"")))
                .hasMessageContaining("segment 'a' at 2026-03-01T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"name\": \"no id\"' | segment_id is missing",
                "'\"segment_id\": \"\"' | segment_id has 0 characters",
                "'\"segment_id\": \"a \"' | segment_id ends with the blank U+0020",
                "'\"segment_id\": \"a\\nb\"' | segment_id has the control character U+000A: \"a\\nb\"",
                "'\"segment_id\": \"a\\u009bb\"' | segment_id has the control character U+009B: \"a\\u009bb\"",
                "'\"segment_id\": \"a\", \"reverse_segment_id\": \"\\tb\"' | reverse_segment_id begins with the blank U+0009",
                "'\"segment_id\": \"a23456789b23456789c23456789d23456789e23456789f23456789g23\"' | reverse_segment_id has 65",
                "'\"segment_id\": \"a\", \"free_flow_kmh\": 0' | free_flow_kmh is 0",
                "'\"segment_id\": \"a\", \"free_flow_kmh\": \"fast\"' | free_flow_kmh is \"fast\"",
                "'\"segment_id\": \"a\", \"oneway\": \"perhaps\"' | oneway is 'perhaps'",
                "'\"segment_id\": \"a\", \"oneway\": true, \"reverse_segment_id\": \"b\"' | one-way and yet",
                "'\"segment_id\": \"a\", \"valid_from\": \"yesterday\"' | valid_from is \"yesterday\"",
                "'\"segment_id\": \"a\", \"valid_from\": \"2026-03-01T00:00:01Z\"' | not a whole minute",
                "'\"segment_id\": \"a\", \"valid_to\": \"1969-12-31T00:00:00Z\"' | is not after valid_from"
            })
    void anErrorNamesTheFeatureAndWhatIsWrong(String properties, String complaint) {
        assertThatThrownBy(() -> parse(feature("\"segment_id\": \"good\""), feature(properties)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("feature 2 of roads.geojson")
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Point | [13, 52] | its geometry is Point",
                "LineString | [[13, 52], [13, 52]] | fewer than two different points",
                "LineString | [[52, 13], [52, 130]] | [52,130] is no [longitude, latitude]"
            })
    void aGeometryThatIsNoLineOnTheEarthIsRefused(String type, String coordinates, String complaint) {
        var feature = "{\"id\": 1, \"geometry\": {\"type\": \"%s\", \"coordinates\": %s}}".formatted(type, coordinates);
        assertThatThrownBy(() -> parse(feature))
                .hasMessageContaining("feature 1")
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"segment_id\": \"s\", \"oneway\": \"\\u001b[2J\"",
                "\"segment_id\": \"s\\u009b2J\"",
                "\"segment_id\": \"s\", \"valid_from\": \"\u009b2J\"",
                "\"segment_id\": \"s\", \"valid_from\": \"\\u001b[2J\"",
                "\"segment_id\": x\u009b2Jhidden",
                "\"segment_id\": x\u001bc"
            })
    void noControlCharacterReachesTheTerminal(String properties) {
        assertThatThrownBy(() -> parse(feature(properties)))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(e -> assertThat(ExceptionUtils.stringifyException(e)).doesNotContain("\u001b", "\u009b"));
    }

    @Test
    void aFileThatIsNoNetworkIsRefusedByItsName() {
        assertThatThrownBy(() -> RoadNetwork.parse("<html>".getBytes(StandardCharsets.UTF_8), "roads.geojson"))
                .hasMessageStartingWith("roads.geojson is no JSON");
        assertThatThrownBy(() -> RoadNetwork.parse("{}".getBytes(StandardCharsets.UTF_8), "roads.geojson"))
                .hasMessageContaining("is no GeoJSON FeatureCollection");
    }

    @Test
    void theMidpointIsHalfWayAlongTheLine() {
        var segment = Roads.segment("a", 0, 0, 0, 100, 300, 100);
        assertThat(segment.lengthMetres()).isCloseTo(400, within(0.1));
        assertThat(segment.midpoint().x).isCloseTo(Roads.longitude(100), within(1e-6));
        assertThat(segment.midpoint().y).isCloseTo(Roads.latitude(100), within(1e-6));
    }

    @Test
    void theRealRoadsOfWestOaklandLoad() throws Exception {
        var root = System.getenv("TESTDATA_DIR");
        assumeTrue(root != null, "TESTDATA_DIR is not set: the real roads are not here");
        var file = Path.of(root).resolve("data/road_network/west_oakland_roads.geojson");
        var network = RoadNetwork.parse(Files.readAllBytes(file), file.toString());
        // 31 ways, 8 of them one-way
        assertThat(network.segments()).hasSize(31 + 23);
        var goss = network.segments().stream()
                .filter(segment -> segment.segmentId().equals("6329561"))
                .findFirst()
                .orElseThrow();
        assertThat(goss.name()).isEqualTo("Goss Street");
        assertThat(goss.lengthMetres()).isBetween(255.0, 275.0);
        var finder = new SegmentFinder(network, new MatchLimits(30, 45));
        assertThat(finder.find(37.80769, -122.30203, 286.0, 0)).isEqualTo(new Match.OnSegment("6329561"));
        assertThat(finder.find(37.80769, -122.30203, 106.0, 0)).isEqualTo(new Match.OnSegment("6329561-reverse"));
    }

    private static RoadNetwork parse(String... features) throws Exception {
        return RoadNetwork.parse(geoJson(features), "roads.geojson");
    }
}
