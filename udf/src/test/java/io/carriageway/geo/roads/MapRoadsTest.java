package io.carriageway.geo.roads;

import static io.carriageway.geo.roads.TestRoads.geoJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.carriageway.geo.FreeFlowSource;
import io.carriageway.geo.Place;
import io.carriageway.geo.RoadAttributes;
import io.carriageway.geo.RoadSegment;
import io.carriageway.geo.osm.RoadClasses;
import io.carriageway.geo.osm.SpeedDefaults;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapRoadsTest {

    private static final String MAIN =
            way("way/1", "\"highway\": \"primary\"", "[0, 50], [0.01, 50], [0.02, 50], [0.03, 50]");

    @Test
    void aWayIsSplitWhereAnotherMeetsIt() throws Exception {
        var side = way("way/2", "\"highway\": \"residential\"", "[0.02, 50], [0.02, 50.01]");
        var segments = load(MAIN, side).network().segments();
        assertThat(segments)
                .extracting(segment -> segment.segmentId().replaceAll("#[0-9a-f]{8}", "#") + " " + segment.line())
                .containsExactlyInAnyOrder(
                        "way/1# LINESTRING (0 50, 0.01 50, 0.02 50)",
                        "way/1#-reverse LINESTRING (0.02 50, 0.01 50, 0 50)",
                        "way/1# LINESTRING (0.02 50, 0.03 50)",
                        "way/1#-reverse LINESTRING (0.03 50, 0.02 50)",
                        "way/2 LINESTRING (0.02 50, 0.02 50.01)",
                        "way/2-reverse LINESTRING (0.02 50.01, 0.02 50)");
    }

    @Test
    void aFootwayOrABridgeThatSharesNoPointDoesNotSplit() throws Exception {
        var footway = way("way/2", "\"highway\": \"footway\"", "[0.02, 50], [0.02, 50.01]");
        var bridge = way("way/3", "\"highway\": \"residential\"", "[0.015, 49.99], [0.015, 50.01]");
        assertThat(ids(load(MAIN, footway, bridge)))
                .containsExactly("way/1", "way/1-reverse", "way/3", "way/3-reverse");
    }

    @Test
    void aNewRoadChangesOnlyTheIdsOfThePieceItCuts() throws Exception {
        var old = way("way/2", "\"highway\": \"residential\"", "[0.01, 50], [0.01, 50.01]");
        var later = way("way/3", "\"highway\": \"residential\"", "[0.02, 50], [0.02, 50.01]");
        var before = ids(load(MAIN, old));
        var after = ids(load(MAIN, old, later));
        assertThat(before).hasSize(6);
        // the western piece of way/1 and way/2, in both directions
        assertThat(after).hasSize(10);
        assertThat(before.stream().filter(after::contains)).hasSize(4);
    }

    @Property(tries = 50)
    void nothingDependsOnTheOrderOfTheFile(@ForAll long seed) throws Exception {
        var features = new ArrayList<>(List.of(
                MAIN,
                way("way/2", "\"highway\": \"residential\"", "[0.02, 50], [0.02, 50.01]"),
                way("relation/9", "\"highway\": \"primary\"", "[0.02, 50], [0.03, 50]"),
                way("way/4", "\"highway\": \"primary\"", "[0.03, 50], [0.02, 50], [0.01, 50], [0, 50]"),
                edge(1, 2, false, false, "[1, 50], [1.01, 50.001]"),
                edge(2, 1, false, true, "[1.01, 50.001], [1, 50]"),
                edge(3, 4, false, false, "[1, 51], [1.01, 51]"),
                edge(4, 3, false, false, "[1.01, 51], [1, 51]")));
        var expected = lines(load(features.toArray(String[]::new)));
        Collections.shuffle(features, new Random(seed));
        assertThat(lines(load(features.toArray(String[]::new)))).isEqualTo(expected);
    }

    @Test
    void theTwoEdgesOfAStreetInOsmnxAreOneStreet() throws Exception {
        var loaded = load(
                edge(1, 2, false, false, "[1, 50], [1.005, 50.001], [1.01, 50]"),
                edge(2, 1, false, true, "[1.01, 50], [1.005, 50.001], [1, 50]"),
                edge(2, 3, true, false, "[1.01, 50], [1.02, 50]"));
        assertThat(loaded.network().segments()).hasSize(3);
        assertThat(loaded.report().classes()).extracting(ClassLength::streets).containsExactly(2L);
    }

    @Test
    void aStreetThatTwoOneWayEdgesShareKeepsBothDirections() throws Exception {
        var loaded = load(
                way("way/1", "\"highway\": \"primary\", \"oneway\": \"yes\"", "[0, 50], [0.01, 50]"),
                way("way/2", "\"highway\": \"primary\", \"oneway\": \"yes\"", "[0.01, 50], [0, 50]"),
                way("way/3", "\"highway\": \"primary\"", "[0.01, 50], [0, 50]"));
        assertThat(ids(loaded)).containsExactly("way/1", "way/2");
    }

    @Test
    void aRelationAddsNoDirectionToItsWay() throws Exception {
        var loaded = load(
                way("way/1", "\"highway\": \"primary\", \"oneway\": \"yes\"", "[0, 50], [0.01, 50]"),
                way("relation/2", "\"highway\": \"primary\", \"oneway\": \"-1\"", "[0, 50], [0.01, 50]"));
        assertThat(ids(loaded)).containsExactly("way/1");
    }

    @Test
    void theTagsOfGdalAndOfOsmtogeojsonAreFound() throws Exception {
        var gdal = way(
                "null",
                "\"osm_id\": \"7\", \"highway\": \"secondary\", \"other_tags\":"
                        + " \"\\\"oneway\\\"=>\\\"yes\\\",\\\"maxspeed\\\"=>\\\"50\\\",\\\"lanes\\\"=>\\\"2\\\"\"",
                "[0, 50], [0.01, 50]");
        var nested = way(
                "way/8",
                "\"type\": \"way\", \"id\": 8, \"tags\":"
                        + " {\"highway\": \"primary\", \"oneway\": \"-1\", \"maxspeed\": \"30 mph\"}, \"meta\": {}",
                "[1, 50], [1.01, 50]");
        var segments = load(gdal.replace("\"null\"", "null"), nested).network().segments();
        assertThat(segments).extracting(RoadSegment::segmentId).containsExactly("7", "way/8");
        assertThat(segments).extracting(RoadSegment::freeFlowKmh).containsExactly(50.0, 48.28);
        assertThat(segments.get(0).attributes())
                .isEqualTo(new RoadAttributes("secondary", 2, FreeFlowSource.MAXSPEED, RoadAttributes.OPEN_STREET_MAP));
        assertThat(segments.get(1).line().getStartPoint().getX()).isEqualTo(1.01);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"A Street\", \"B's Street\"]",
                "\"['A Street', \\\"B's Street\\\"]\"",
                "\"A Street;B's Street\""
            })
    void listsAreReadAsTheToolsWriteThem(String name) throws Exception {
        var loaded = load(way("way/1", "\"highway\": \"primary\", \"name\": " + name, "[0, 50], [0.01, 50]"));
        assertThat(loaded.network().segments()).extracting(RoadSegment::name).containsOnly("A Street; B's Street");
    }

    @Test
    void theLinesOfAMultiLineStringAreStreets() throws Exception {
        var multi =
                """
                {"type": "Feature", "properties": {"osm_id": "5", "highway": "primary"}, "geometry":
                 {"type": "MultiLineString", "coordinates": [[[0, 50, 3], [0.01, 50, 4]], [[0.02, 50, 3], [0.03, 50, 3]]]}}""";
        assertThat(ids(load(multi))).hasSize(4).allMatch(id -> id.startsWith("5#"));
    }

    @Test
    void allThatIsWrongIsInOneReport() throws Exception {
        var loaded = load(
                MAIN,
                way("way/2", "\"highway\": \"footway\"", "[0, 50], [0.01, 50]"),
                way("way/3", "\"highway\": \"primary\", \"oneway\": \"yes;no\"", "[0, 50.1], [0.01, 50.1]"),
                way("way/4", "\"highway\": \"primary\", \"oneway\": \"reversible\"", "[0, 50.1], [0.01, 50.1]"),
                way("way/5", "\"highway\": \"primary\"", "[0, 50.1], [0.9, 50.1]"),
                way("way/6", "\"highway\": \"primary\"", "[0, 50.1]"),
                way("way/7", "\"highway\": \"primary\"", "[50, 0], [50, 0.01]"),
                way("way/8", "\"highway\": \"primary\", \"maxspeed\": \"signals\"", "[0, 50.2], [0.01, 50.2]"),
                way("w".repeat(60), "\"highway\": \"primary\"", "[0, 50.3], [0.01, 50.3]"));
        var report = loaded.report();
        assertThat(report.notRoads())
                .containsExactly(
                        new Tally("highway=footway", 1, List.of("way/2")),
                        new Tally("oneway=reversible", 1, List.of("way/4")));
        assertThat(report.leftOut())
                .extracting(tally -> tally.what() + " " + tally.ids())
                .containsExactlyInAnyOrder(
                        "oneway=yes;no, not a direction [way/3]",
                        "two successive vertices lie more than 50 km apart [way/5]",
                        "its line has fewer than two different points [way/6]",
                        "latitude and longitude are swapped; GeoJSON has longitude first [way/7]",
                        "the id has 68 characters, 1 to 64 are allowed [" + "w".repeat(60) + "]");
        assertThat(report.notes()).containsExactly(new Tally("maxspeed=signals, not a number", 1, List.of("way/8")));
        assertThat(report.classes()).singleElement().satisfies(primary -> {
            assertThat(primary.streets()).isEqualTo(2);
            assertThat(primary.metres()).isCloseTo(2_856, within(1.0));
        });
        assertThat(String.join("\n", report.lines()))
                .contains("primary", "Roads left out: 5", "© OpenStreetMap contributors");
    }

    @Test
    void aFileThatIsSwappedAsAWholeIsFoundByAPlaceNearIt() throws Exception {
        var swapped = way("way/1", "\"highway\": \"primary\"", "[50, 11], [50.01, 11]");
        assertThat(load(swapped).network().segments()).hasSize(2);
        var near = new RoadRules(false, Place.parse("50.1,11"), RoadClasses.DEFAULT, SpeedDefaults.NONE);
        assertThatThrownBy(() -> RoadFile.read(geoJson(swapped), "roads.geojson", near))
                .hasMessageContaining("1 latitude and longitude are swapped");
    }

    @Test
    void numbersOfPandasAndEmptyLinesAreUnderstood() throws Exception {
        var empty =
                """
                {"type": "Feature", "properties": {"osm_id": "6", "highway": "primary"},
                 "geometry": {"type": "MultiLineString", "coordinates": []}}""";
        var loaded = load(
                way(
                        "0",
                        "\"osmid\": 123456789.0, \"highway\": \"primary\", \"lanes\": 2.0, \"name\": null",
                        "[0, 50], [0.01, 50]"),
                empty);
        assertThat(ids(loaded)).containsExactly("123456789", "123456789-reverse");
        assertThat(loaded.network().segments().get(0).attributes().lanes()).isEqualTo(2);
        assertThat(loaded.report().leftOut()).containsExactly(new Tally("its geometry is empty", 1, List.of("6")));
    }

    @Test
    void defaultsAreDerived() throws Exception {
        var rules = new RoadRules(false, null, RoadClasses.DEFAULT, SpeedDefaults.parse("DE,primary=70"));
        var segment = RoadFile.read(geoJson(MAIN), "roads.geojson", rules)
                .network()
                .segments()
                .get(0);
        assertThat(segment.freeFlowKmh()).isEqualTo(70);
        assertThat(segment.attributes().freeFlowSource()).isEqualTo(FreeFlowSource.DERIVED);
    }

    @Test
    void coordinatesInMetresAreRefusedWithTheWayToMendThem() {
        var file = "{\"type\": \"FeatureCollection\", \"crs\": {\"type\": \"name\", \"properties\": {\"name\":"
                + " \"urn:ogc:def:crs:EPSG::25832\"}}, \"features\": [" + MAIN + "]}";
        assertThatThrownBy(
                        () -> RoadFile.read(file.getBytes(StandardCharsets.UTF_8), "roads.geojson", RoadRules.DEFAULT))
                .hasMessageContaining("EPSG::25832")
                .hasMessageContaining("ogr2ogr -t_srs EPSG:4326");
    }

    @Test
    void featuresMayFollowOneAnother() throws Exception {
        var sequence = "\u001e" + MAIN.replace("\n", " ") + "\n\u001e"
                + way("way/2", "\"highway\": \"primary\"", "[1, 50], [1.01, 50]");
        var loaded = RoadFile.read(sequence.getBytes(StandardCharsets.UTF_8), "roads.geojsonseq", RoadRules.DEFAULT);
        assertThat(loaded.network().segments()).hasSize(4);
    }

    private static LoadedRoads load(String... features) throws Exception {
        return RoadFile.read(geoJson(features), "roads.geojson", RoadRules.DEFAULT);
    }

    private static List<String> ids(LoadedRoads roads) {
        return roads.network().segments().stream().map(RoadSegment::segmentId).toList();
    }

    private static List<String> lines(LoadedRoads roads) {
        return roads.network().segments().stream()
                .map(segment -> segment.segmentId() + " " + segment.line())
                .toList();
    }

    private static String way(String id, String properties, String coordinates) {
        return """
                {"type": "Feature", "id": "%s", "properties": {%s},
                 "geometry": {"type": "LineString", "coordinates": [%s]}}"""
                .formatted(id, properties, coordinates);
    }

    private static String edge(int u, int v, boolean oneway, boolean reversed, String coordinates) {
        return way(
                "0",
                "\"u\": %d, \"v\": %d, \"key\": 0, \"osmid\": [10, 11], \"oneway\": %b, \"reversed\": %b"
                        .formatted(u, v, oneway, reversed),
                coordinates);
    }
}
