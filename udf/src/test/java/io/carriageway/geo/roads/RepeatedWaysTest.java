package io.carriageway.geo.roads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.carriageway.geo.format.PbfFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Ways that a file contains more than once, for example after a merge of extracts. */
class RepeatedWaysTest {

    private static final String NOTE = "in the file more than once; the newest version is taken, once";
    private static final String A = "{\"lat\": 52, \"lon\": 13}";
    private static final String B = "{\"lat\": 52, \"lon\": 13.01}";
    private static final String C = "{\"lat\": 52.01, \"lon\": 13.02}";
    private static final String OTHER =
            """
            {"type": "way", "id": 2, "tags": {"highway": "primary"}, "geometry": [{"lat": 53, "lon": 13}, {"lat": 53, "lon": 13.1}]}""";

    @Test
    void copiesAreOneRoadAndReported() throws Exception {
        var loaded = overpass(way("", "primary", A, B, C), way("", "primary", A, B, C), OTHER);
        assertThat(lines(loaded))
                .contains("way/1 LINESTRING (13 52, 13.01 52, 13.02 52.01)")
                .hasSize(4);
        assertNoted(loaded);
    }

    @Test
    void theNewestVersionIsTakenWhereverItIs() throws Exception {
        var old = way("\"version\": 1,", "primary", A, B);
        var young = way("\"version\": 2,", "secondary", A, C);
        for (var loaded : List.of(overpass(old, young), overpass(young, old), overpass(old, young, young))) {
            assertThat(lines(loaded))
                    .contains("way/1 LINESTRING (13 52, 13.02 52.01)")
                    .hasSize(2);
            assertThat(loaded.report().classes())
                    .extracting(ClassLength::roadClass)
                    .containsExactly("secondary");
            assertNoted(loaded);
        }
    }

    @Test
    void copiesThatDifferWithoutVersionsAreLeftOut() throws Exception {
        var loaded = overpass(way("", "primary", A, B), way("", "primary", A, C), OTHER);
        assertThat(lines(loaded)).hasSize(2).allMatch(line -> line.startsWith("way/2"));
        assertThat(loaded.report().features()).isEqualTo(2);
        assertThat(loaded.report().leftOut()).singleElement().satisfies(tally -> {
            assertThat(tally.what()).contains("its copies in the file differ", "out meta");
            assertThat(tally.ids()).containsExactly("way/1");
        });
    }

    @Test
    void aRoadThatEachExtractClippedIsWholeAgain() throws Exception {
        var loaded = overpass(way("", "primary", A, B, "null"), way("", "primary", "null", B, C));
        assertThat(lines(loaded))
                .contains("way/1 LINESTRING (13 52, 13.01 52, 13.02 52.01)")
                .hasSize(2);
    }

    @Test
    void aCopyWithoutTagsOrPositionsSaysNothing() throws Exception {
        var skeleton = "{\"type\": \"way\", \"id\": 1, \"nodes\": [1, 2]}";
        var loaded = overpass(skeleton, way("", "primary", A, B), skeleton);
        assertThat(lines(loaded)).hasSize(2);
        assertThat(loaded.report().notes()).isEmpty();
    }

    @Test
    void aPbfAndAnXmlMayBeMergedToo() throws Exception {
        var pbf = new PbfFile().node(1, 52, 13).node(2, 52, 13.01).node(3, 52, 13.02);
        for (int i = 0; i < 2; i++) {
            pbf.way(1, List.of(1L, 2L, 3L), "highway", "primary");
        }
        var merged = RoadFile.read(pbf.bytes("OsmSchema-V0.6"), "roads", RoadRules.DEFAULT);
        assertThat(lines(merged)).hasSize(2);
        assertNoted(merged);
        var way = "<way id='1'><nd ref='1'/><nd ref='%d'/><tag k='highway' v='primary'/></way>";
        var nodes =
                "<node id='1' lat='52' lon='13'/><node id='2' lat='52' lon='13.01'/><node id='3' lat='52' lon='13.1'/>";
        assertNoted(read("<osm>" + nodes + way.formatted(2) + way.formatted(2) + "</osm>"));
        var other = "<way id='2'><nd ref='2'/><nd ref='3'/><tag k='highway' v='primary'/></way>";
        var loaded = read("<osm>" + nodes + way.formatted(2) + way.formatted(3) + other + "</osm>");
        assertThat(loaded.report().leftOut()).extracting(Tally::ids).containsExactly(List.of("way/1"));
    }

    @Test
    void roadsOverAPartOfAnotherAreReportedAndStay() throws Exception {
        var roads = List.of("A, B, C, D", "B, C, E");
        assertThat(overlaps(roads, "")).containsExactly("way/2");
        assertThat(overlaps(List.of("A, B", "B, C", "B, E"), "")).isEmpty();
        assertThat(overlaps(roads, ", \"oneway\": \"yes\"")).containsExactly("way/2");
        // a road over another one in the opposite direction is not an overlap
        assertThat(overlaps(List.of("A, B, C, D", "E, C, B"), ", \"oneway\": \"yes\""))
                .isEmpty();
        // nor is one that comes back on its own line
        assertThat(overlaps(List.of("A, B, C, B, E"), ", \"oneway\": \"yes\"")).isEmpty();
    }

    /** The ids of the ways with a note, for ways along these points. */
    private static List<String> overlaps(List<String> lines, String tags) throws IOException {
        var ways = new ArrayList<String>();
        for (var line : lines) {
            var places = line.chars()
                    .filter(Character::isLetter)
                    .mapToObj(point -> "{\"lat\": 52.%d, \"lon\": 13.%d}".formatted(point * point % 97 + 100, point))
                    .collect(Collectors.joining(", "));
            ways.add("{\"type\": \"way\", \"id\": %d, \"tags\": {\"highway\": \"primary\"%s}, \"geometry\": [%s]}"
                    .formatted(ways.size() + 1, tags, places));
        }
        return overpass(ways.toArray(String[]::new)).report().notes().stream()
                .filter(tally -> tally.what().startsWith("over a part of another road"))
                .flatMap(tally -> tally.ids().stream())
                .toList();
    }

    @Test
    void idsThatDifferInCaseAloneAreTwoRoads() throws Exception {
        var feature =
                """
                {"type": "Feature", "properties": {"segment_id": "%s", "oneway": true},
                 "geometry": {"type": "LineString", "coordinates": [[13, %s], [13.01, %s]]}}""";
        var file = TestRoads.geoJson(feature.formatted("A1", "52", "52"), feature.formatted("a1", "53", "53"));
        assertThat(lines(RoadFile.read(file, "roads", RoadRules.DEFAULT)))
                .containsExactlyInAnyOrder("A1 LINESTRING (13 52, 13.01 52)", "a1 LINESTRING (13 53, 13.01 53)");
    }

    private static void assertNoted(LoadedRoads loaded) {
        assertThat(loaded.report().notes())
                .extracting(Tally::what, Tally::count, Tally::ids)
                .containsExactly(tuple(NOTE, 1L, List.of("way/1")));
    }

    private static List<String> lines(LoadedRoads loaded) {
        return loaded.network().segments().stream()
                .map(segment -> segment.segmentId() + " " + segment.line().toText())
                .toList();
    }

    private static String way(String version, String highway, String... places) {
        return "{\"type\": \"way\", \"id\": 1, %s \"tags\": {\"highway\": \"%s\"}, \"geometry\": [%s]}"
                .formatted(version, highway, String.join(", ", places));
    }

    private static LoadedRoads overpass(String... elements) throws IOException {
        return read("{\"elements\": [" + String.join(", ", elements) + "]}");
    }

    private static LoadedRoads read(String file) throws IOException {
        return RoadFile.read(file.getBytes(StandardCharsets.UTF_8), "roads", RoadRules.DEFAULT);
    }
}
