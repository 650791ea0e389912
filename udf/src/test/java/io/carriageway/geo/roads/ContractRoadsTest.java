package io.carriageway.geo.roads;

import static io.carriageway.geo.roads.TestRoads.feature;
import static io.carriageway.geo.roads.TestRoads.geoJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.geo.FreeFlowSource;
import io.carriageway.geo.RoadAttributes;
import io.carriageway.geo.RoadNetwork;
import io.carriageway.geo.RoadSegment;
import io.carriageway.geo.osm.RoadClasses;
import io.carriageway.geo.osm.SpeedDefaults;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.util.ExceptionUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractRoadsTest {

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
        assertThatThrownBy(() ->
                        RoadFile.read("<html>".getBytes(StandardCharsets.UTF_8), "roads.geojson", RoadRules.DEFAULT))
                .hasMessageStartingWith("roads.geojson is an HTML page");
        assertThatThrownBy(
                        () -> RoadFile.read("{}".getBytes(StandardCharsets.UTF_8), "roads.geojson", RoadRules.DEFAULT))
                .hasMessageContaining("is JSON, but no GeoJSON FeatureCollection");
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        assertThatThrownBy(() -> parse(
                        feature("\"segment_id\": \"\""),
                        feature("\"segment_id\": \"good\""),
                        feature("\"segment_id\": \"a\", \"oneway\": \"perhaps\"")))
                .hasMessageContaining("2 features of roads.geojson are wrong")
                .hasMessageContaining("feature 1 of roads.geojson")
                .hasMessageContaining("feature 3 of roads.geojson");
    }

    @Test
    void aRoadOfAlmost300KilometresLoadsAndALongerOneIsLeftOut() throws Exception {
        // a hundredth of a degree of longitude is 684.6 m at 52 degrees north
        var loaded = load(line("long", 0.4, 10), line("longer", 0.4, 11), feature("\"segment_id\": \"short\""));
        assertThat(loaded.network().segments())
                .extracting(RoadSegment::segmentId)
                .containsExactly("long", "long-reverse", "short", "short-reverse");
        assertThat(loaded.report().leftOut())
                .containsExactly(new Tally("its line is longer than 300 km", 1, List.of("longer")));
    }

    @Test
    void aRoadWithVerticesMoreThan50KilometresApartIsLeftOut() throws Exception {
        var loaded = load(line("ferry", 0.74, 1), line("bridge", 0.72, 1));
        assertThat(loaded.report().leftOut())
                .containsExactly(new Tally("two successive vertices lie more than 50 km apart", 1, List.of("ferry")));
        assertThat(loaded.network().segments()).hasSize(2);
    }

    @Test
    void whereTheRulesAreStrictWhatIsLeftOutIsAnError() {
        var strict = new RoadRules(true, null, RoadClasses.DEFAULT, SpeedDefaults.NONE);
        assertThatThrownBy(() -> RoadFile.read(
                        geoJson(line("ferry", 0.74, 1), line("bridge", 0.72, 1)), "roads.geojson", strict))
                .hasMessageContaining("network.strict")
                .hasMessageContaining("ferry");
    }

    @Test
    void aFileOfWhichNoRoadIsLeftIsAnErrorWithTheReport() {
        assertThatThrownBy(() -> load(line("ferry", 0.74, 1)))
                .hasMessageContaining("no road that can be loaded")
                .hasMessageContaining("1 two successive vertices lie more than 50 km apart: ferry");
    }

    @Test
    void heightsAreLeftOut() throws Exception {
        var network = parse(
                """
                {"id": 1, "geometry": {"type": "LineString", "coordinates": [[13, 52, 34.5], [13.01, 52, 36]]}}""");
        assertThat(network.segments().get(0).line().toText()).isEqualTo("LINESTRING (13 52, 13.01 52)");
    }

    @Test
    void linesWithoutAnyIdGetOneThatHangsOnWhereTheyAre() throws Exception {
        var first = parse(feature("\"name\": \"a\""), line(null, 0.01, 2)).segments();
        var again = parse(line(null, 0.01, 2), feature("\"name\": \"a\"")).segments();
        assertThat(first)
                .extracting(RoadSegment::segmentId)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith("line#"));
        assertThat(again)
                .extracting(RoadSegment::segmentId)
                .containsExactlyElementsOf(
                        first.stream().map(RoadSegment::segmentId).toList());
    }

    @Test
    void whatElseTheFileTellsIsKept() throws Exception {
        var segment = parse(
                        feature("\"segment_id\": \"a\", \"class\": \"primary\", \"lanes\": 2, \"free_flow_kmh\": 50,"
                                + " \"free_flow_source\": \"derived\", \"attribution\": \"someone\""))
                .segments()
                .get(0);
        assertThat(segment.attributes()).isEqualTo(new RoadAttributes("primary", 2, FreeFlowSource.DERIVED, "someone"));
        assertThat(parse(feature("\"segment_id\": \"a\", \"class\": 7, \"lanes\": \"two\", \"free_flow_kmh\": 50"))
                        .segments()
                        .get(0)
                        .attributes())
                .isEqualTo(new RoadAttributes(null, null, FreeFlowSource.GIVEN, null));
    }

    @Test
    void theFerryOf100KilometresIsLeftOutWithItsId() throws Exception {
        var file = Cases.read("c_ferry_100km.geojson");
        assertThatThrownBy(() -> RoadFile.read(file, "ferry", RoadRules.DEFAULT))
                .hasMessageContaining("1 two successive vertices lie more than 50 km apart: w1");
    }

    private static RoadNetwork parse(String... features) throws Exception {
        return load(features).network();
    }

    private static LoadedRoads load(String... features) throws Exception {
        return RoadFile.read(geoJson(features), "roads.geojson", RoadRules.DEFAULT);
    }

    /** A line to the east with that many steps. */
    private static String line(String id, double stepDegrees, int steps) {
        var points = IntStream.rangeClosed(0, steps)
                .mapToObj(i -> "[%s, 52]".formatted(13 + i * stepDegrees))
                .collect(Collectors.joining(", "));
        return "{\"id\": %s, \"geometry\": {\"type\": \"LineString\", \"coordinates\": [%s]}}"
                .formatted(id == null ? null : "\"" + id + "\"", points);
    }
}
