package io.carriageway.geo.roads;

import static io.carriageway.geo.roads.TestRoads.geoJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.carriageway.geo.Place;
import io.carriageway.geo.RoadSegment;
import io.carriageway.geo.format.PbfFile;
import io.carriageway.geo.osm.RoadClasses;
import io.carriageway.geo.osm.SpeedDefaults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Maps that break their formats' rules: no defect may pass unreported. */
class BrokenMapsTest {

    private static final String LINE = "[13, 52], [13.01, 52]";
    private static final String ELEMENT =
            """
            {"type": "way", "id": 1, "tags": {"highway": "primary"},
             "geometry": [{"lat": 52, "lon": 13}, {"lat": 52, "lon": 13.01}]}""";
    private static final String NODES =
            """
            <node id="1" lat="52" lon="13"/><node id="2" lat="52" lon="13.01"/><node id="3" lat="52.01" lon="13.01"/>""";
    private static final String WAY =
            """
            <way id="1" version="%d" visible="%s"><nd ref="1"/><nd ref="%d"/><tag k="highway" v="primary"/></way>""";

    @Test
    void anAnswerThatOverpassDidNotFinishIsRefused() {
        var remark = "runtime error: Query timed out in \"query\" at line 3";
        var json = "{\"elements\": [%s], \"remark\": \"%s\"}".formatted(ELEMENT, remark.replace("\"", "\\\""));
        assertThatThrownBy(() -> read(json)).hasMessageContaining("has only a part of the roads", remark);
        var xml = "<osm>%s%s<remark> %s </remark></osm>".formatted(NODES, WAY.formatted(1, true, 2), remark);
        assertThatThrownBy(() -> read(xml)).hasMessageContaining("has only a part of the roads", remark);
    }

    @Test
    void anAnswerOfOverpassWithoutRoadsIsNamedAsThat() {
        assertThatThrownBy(() -> read("{\"elements\": []}"))
                .hasMessage("roads is an answer of Overpass without ways that have a highway");
    }

    @Test
    void ofAHistoryTheNewestVersionCounts() throws Exception {
        var older = WAY.formatted(1, true, 2);
        var newer = WAY.formatted(2, true, 3);
        assertThat(ids(read("<osm>" + NODES + older + newer + "</osm>"))).containsExactly("way/1", "way/1-reverse");
        assertThatThrownBy(() -> read("<osm>" + NODES + older + WAY.formatted(3, false, 2) + "</osm>"))
                .hasMessageContaining("has no road");
        assertThatThrownBy(() -> read("<osmChange><delete>" + NODES + older + "</delete></osmChange>"))
                .hasMessageContaining("osmium apply-changes");
    }

    @Test
    void aPbfMayHaveThePositionsInItsWays() throws Exception {
        var file = new PbfFile()
                .way(10, List.of(1L, 2L), List.of(new double[] {52, 13}, new double[] {52, 13.01}), "highway", "road")
                .bytes("OsmSchema-V0.6");
        assertThat(RoadFile.read(file, "roads", RoadRules.DEFAULT).network().segments())
                .extracting(segment -> segment.line().toText())
                .contains("LINESTRING (13 52, 13.01 52)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"@id\": \"way/1\",", ""})
    void twoStreetsAgainstEachOtherOnOneLineHaveIdsOfTheirOwn(String id) throws Exception {
        var loaded = map(
                way(id + "\"highway\": \"primary\", \"oneway\": \"yes\"", LINE),
                way(id + "\"highway\": \"primary\", \"oneway\": \"-1\"", LINE));
        assertThat(ids(loaded)).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void anIdThatIsTakenIsAFaultOfOneRoad() throws Exception {
        var loaded = map(
                way("\"@id\": \"a\", \"highway\": \"primary\"", LINE),
                way("\"@id\": \"a-reverse\", \"highway\": \"primary\"", "[13.01, 52], [13.01, 52.01]"));
        assertThat(ids(loaded)).containsExactly("a", "a-reverse");
        assertThat(loaded.report().leftOut())
                .extracting(Tally::what, Tally::ids)
                .containsExactly(tuple("its id, or that of its way back, is another road's", List.of("a-reverse")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[39100%d, 5820000], [391100, 5820000]", "[\"13\", 52.%d], [13, 52.9]"})
    void faultsOfOneKindAreCountedWhateverThePositions(String line) {
        var ways = IntStream.range(0, 9)
                .mapToObj(i -> way("\"@id\": \"way/%d\", \"highway\": \"road\"".formatted(i), line.formatted(i)))
                .toArray(String[]::new);
        assertThatThrownBy(() -> map(ways))
                .hasMessageContaining("9 a position is no [longitude, latitude] in degrees")
                .hasMessageContaining(": way/0 ("
                        + line.substring(0, line.indexOf(']')).formatted(0).replace(" ", "") + "]), way/1, way/2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[391000.5, 5820000], [391100, 5820000] | looks projected; ogr2ogr -s_srs | [391000.5,5820000]",
                "[37.8, -122.2], [37.81, -122.2] | looks swapped; GeoJSON has longitude first | [37.8,-122.2]",
                "[120, -122.2], [121, -122.2] | in degrees: way/1 | [120,-122.2]"
            })
    void aFileWithOtherPositionsIsToldWhatTheyLookLike(String line, String advice, String position) {
        assertThatThrownBy(() -> map(way("\"@id\": \"way/1\", \"highway\": \"road\"", line)))
                .hasMessageContainingAll("a position is no [longitude, latitude] in degrees", advice, position);
        assertThatThrownBy(() -> map(way("\"segment_id\": \"a\"", line)))
                .hasMessageContaining(position + " is no [longitude, latitude] in degrees");
    }

    @Test
    void aPlaceOfTheCityThatIsFarFromItsRoadsIsRefused() throws Exception {
        var file = geoJson(way("\"@id\": \"way/1\", \"highway\": \"road\"", LINE));
        assertThatThrownBy(() -> RoadFile.read(file, "roads", near(37.8, -122.27)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("network.near (NEAR) is 37.8,-122.27, which is 9130 km from the nearest road of roads;"
                        + " correct it (latitude first), or leave it out");
        assertThat(RoadFile.read(file, "roads", near(53.5, 13)).network().segments())
                .hasSize(2);
    }

    private static RoadRules near(double latitude, double longitude) {
        return new RoadRules(false, new Place(latitude, longitude), RoadClasses.DEFAULT, SpeedDefaults.NONE);
    }

    @Test
    void theErrorComesLastAndNamesTheRoads() {
        var strict = new RoadRules(true, null, RoadClasses.DEFAULT, SpeedDefaults.NONE);
        var file = geoJson(
                way("\"@id\": \"way/1\", \"highway\": \"road\"", LINE),
                way("\"@id\": \"way/2\", \"highway\": \"road\", \"oneway\": \"yes;no\"", "[13, 53], [13, 53.01]"));
        assertThatThrownBy(() -> RoadFile.read(file, "roads", strict))
                .hasMessageEndingWith("roads of roads had to be left out, and network.strict is on (STRICT=1):\n"
                        + "  1 oneway=yes;no, not a direction: way/2");
    }

    @Test
    void rareKindsAreCountedAndNotAllNamed() throws Exception {
        var ways = IntStream.range(0, 40)
                .mapToObj(i -> way(
                        "\"@id\": \"way/%d\", \"highway\": \"road\", \"maxspeed\": \"x%d\"".formatted(i, i),
                        "[13, 52.%d], [13.01, 52.%d]".formatted(100 + i, 100 + i)))
                .toArray(String[]::new);
        var lines = map(ways).report().lines();
        assertThat(lines).contains("Notes: 40", "  and 20 of 20 rarer kinds").hasSizeLessThan(30);
    }

    @Test
    void aLineAcrossTheDateLineIsLeftOut() throws Exception {
        var loaded = map(
                way("\"@id\": \"way/1\", \"highway\": \"road\"", "[179.99, -16], [-179.99, -16]"),
                way("\"@id\": \"way/2\", \"highway\": \"road\"", "[179.9, -16], [179.99, -16]"));
        assertThat(loaded.report().leftOut())
                .extracting(Tally::what)
                .containsExactly("its line crosses the 180th meridian");
    }

    @Test
    void aNumberThatIsNoneIsAsGoodAsMissing() throws Exception {
        var segments = map(way("\"osmid\": 1, \"highway\": \"road\", \"maxspeed\": NaN, \"name\": NaN", LINE))
                .network()
                .segments();
        assertThat(segments).extracting(RoadSegment::name).containsOnlyNulls();
        assertThat(map(way("\"segment_id\": \"a\", \"free_flow_kmh\": NaN", LINE))
                        .network()
                        .segments())
                .extracting(RoadSegment::freeFlowKmh)
                .containsOnlyNulls();
        assertThatThrownBy(() -> map(way("\"osmid\": 1, \"highway\": \"road\"", "[NaN, 52], [13, 52]")))
                .hasMessageContaining("a position is no [longitude, latitude]");
    }

    @Test
    void anEdgeOfSeveralWaysCanBeDrivenAsItIsDrawn() throws Exception {
        var edge = "\"u\": %d, \"v\": %d, \"osmid\": [5, 4], \"highway\": \"road\", \"oneway\": [false, true]";
        var loaded = map(way(edge.formatted(1, 2), LINE), way(edge.formatted(2, 1), "[13.01, 52], [13, 52]"));
        assertThat(loaded.network().segments())
                .extracting(segment -> segment.line().toText())
                .containsExactlyInAnyOrder("LINESTRING (13 52, 13.01 52)", "LINESTRING (13.01 52, 13 52)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"[]\"", "null", "NaN"})
    void anIdThatIsAnEmptyListIsNone(String osmid) throws Exception {
        assertThat(ids(map(way("\"u\": 1, \"v\": 2, \"highway\": \"road\", \"osmid\": " + osmid, LINE))))
                .allMatch(id -> id.startsWith("line#"));
    }

    @ParameterizedTest
    @CsvSource({"F, 1, 13 52", "T, 1, 13.01 52", "B, 2, 13 52"})
    void theShapefilesOfGeofabrikHaveWordsOfTheirOwn(String oneway, int segments, String start) throws Exception {
        var fclass = "\"osm_id\": \"1\", \"fclass\": \"%s\", \"oneway\": \"%s\", \"maxspeed\": 0";
        var loaded = map(
                way(fclass.formatted("primary", oneway), LINE),
                way(fclass.formatted("footway", "B"), "[13, 53], [13, 53.01]"));
        assertThat(loaded.network().segments()).hasSize(segments);
        assertThat(loaded.network().segments().get(0).line().toText()).startsWith("LINESTRING (" + start + ",");
        assertThat(loaded.network().segments().get(0).attributes().roadClass()).isEqualTo("primary");
        assertThat(loaded.report().notRoads()).extracting(Tally::what).containsExactly("highway=footway");
        assertThat(loaded.report().notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"name\": \"WGS 84\"", "\"name\": \"urn:ogc:def:crs:ogc:1.3:crs84\"", "\"code\": 4326"})
    void degreesHaveManyNames(String crs) throws Exception {
        assertThat(read(withCrs(crs)).report().segments()).isEqualTo(2);
    }

    @Test
    void otherReferenceSystemsAreRefusedInTheOldFormToo() {
        assertThatThrownBy(() -> read(withCrs("\"code\": 25832")))
                .hasMessageContaining("in EPSG:25832, and not in deg");
    }

    @Test
    void bytesThatAreNoTextAreNoReasonForAStackTrace() {
        assertThatThrownBy(() -> read("\0\0{\0abcd")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String withCrs(String properties) {
        return "{\"type\": \"FeatureCollection\", \"crs\": {\"properties\": {%s}}, \"features\": [%s]}"
                .formatted(properties, way("\"osm_id\": 1, \"highway\": \"road\"", LINE));
    }

    private static LoadedRoads map(String... features) throws IOException {
        return RoadFile.read(geoJson(features), "roads", RoadRules.DEFAULT);
    }

    private static LoadedRoads read(String file) throws IOException {
        return RoadFile.read(file.getBytes(StandardCharsets.UTF_8), "roads", RoadRules.DEFAULT);
    }

    private static List<String> ids(LoadedRoads roads) {
        return roads.network().segments().stream().map(RoadSegment::segmentId).toList();
    }

    private static String way(String properties, String coordinates) {
        return "{\"type\": \"Feature\", \"properties\": {%s}, \"geometry\": {\"type\": \"LineString\", \"coordinates\": [%s]}}"
                .formatted(properties, coordinates);
    }
}
