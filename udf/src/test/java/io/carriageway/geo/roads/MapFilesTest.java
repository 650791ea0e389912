package io.carriageway.geo.roads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carriageway.geo.Match;
import io.carriageway.geo.MatchConfig;
import io.carriageway.geo.RoadSegment;
import io.carriageway.geo.SegmentFinder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Real files, and files as the tools write them. */
class MapFilesTest {

    @Test
    void anExportOfOverpassTurboLoadsAtOnce() throws Exception {
        var loaded = RoadFile.read(Cases.read("overpass_turbo_export.geojson"), "export.geojson", RoadRules.DEFAULT);
        assertThat(loaded.network().segments())
                .filteredOn(segment -> segment.segmentId().startsWith("way/1"))
                .filteredOn(segment -> !segment.segmentId().startsWith("way/10"))
                .extracting(RoadSegment::segmentId, RoadSegment::freeFlowKmh)
                .containsExactly(tuple("way/1", 48.28), tuple("way/1-reverse", 48.28));
        // a roundabout, cut where other roads meet it: one-way
        assertThat(ids(loaded))
                .filteredOn(id -> id.startsWith("way/3"))
                .isNotEmpty()
                .noneMatch(id -> id.endsWith("reverse"));
        assertThat(ids(loaded)).noneMatch(id -> id.matches("(way/(2|5|6|8)|node/7)\\b.*"));
        // the lines of the relation are those of its ways
        assertThat(ids(loaded)).noneMatch(id -> id.startsWith("relation/9"));
        assertThat(loaded.report().notRoads())
                .extracting(Tally::what, Tally::ids)
                .containsExactlyInAnyOrder(
                        tuple("oneway=reversible", List.of("way/2")),
                        tuple("highway=footway", List.of("way/5")),
                        tuple("a Polygon, not a line", List.of("way/6")),
                        tuple("a Point, not a line", List.of("node/7")),
                        tuple("highway=construction", List.of("way/8")));
        assertThat(loaded.report().leftOut())
                .extracting(Tally::what, Tally::ids)
                .containsExactly(tuple("oneway=yes;no, not a direction", List.of("way/11")));
        var motorway = segment(loaded, "way/4");
        assertThat(motorway.freeFlowKmh()).isNull();
        assertThat(motorway.attributes().lanes()).isEqualTo(3);
        assertThat(segment(loaded, "way/10").name()).hasSize(200);
    }

    @Test
    void theEdgesOfOsmnxAreOneStreetWithAnIdThatStays() throws Exception {
        var loaded = RoadFile.read(Cases.read("osmnx_edges.geojson"), "edges.geojson", RoadRules.DEFAULT);
        assertThat(ids(loaded)).containsExactly("10#f063f334", "10#f063f334-reverse");
        assertThat(loaded.network().segments()).extracting(RoadSegment::name).containsOnly("A Street; B Street");
        assertThat(loaded.network().segments())
                .extracting(RoadSegment::freeFlowKmh)
                .containsOnly(56.33);
    }

    @Test
    void theLinesOfQgisKeepTheirIdAndTheirOtherTags() throws Exception {
        var loaded = RoadFile.read(Cases.read("qgis_ogr_lines.geojson"), "lines.geojson", RoadRules.DEFAULT);
        assertThat(ids(loaded)).containsExactly("4305");
        assertThat(loaded.network().segments().get(0).freeFlowKmh()).isEqualTo(50);
    }

    @Test
    void theRealRoadsOfWestOaklandLoad() throws Exception {
        var loaded = RoadFile.read(
                Cases.file("data/road_network/west_oakland_roads.geojson"), "roads.geojson", RoadRules.DEFAULT);
        // 31 ways, of which 7 are for walking and one for cycling
        assertThat(loaded.report().features()).isEqualTo(31);
        assertThat(loaded.report().notRoads())
                .extracting(Tally::what, Tally::count)
                .containsExactly(tuple("highway=footway", 7L), tuple("highway=cycleway", 1L));
        assertThat(loaded.report().classes().stream()
                        .mapToDouble(ClassLength::metres)
                        .sum())
                .isCloseTo(length(loaded), within(0.001));
        var finder = new SegmentFinder(loaded.network(), new MatchConfig(30, 45));
        assertThat(finder.find(37.80769, -122.30203, 286.0, 0))
                .isInstanceOfSatisfying(
                        Match.OnSegment.class,
                        on -> assertThat(on.segmentId()).startsWith("6329561").doesNotEndWith("-reverse"));
        assertThat(finder.find(37.80769, -122.30203, 106.0, 0))
                .isInstanceOfSatisfying(
                        Match.OnSegment.class,
                        on -> assertThat(on.segmentId()).startsWith("6329561").endsWith("-reverse"));
    }

    @Test
    void theSameRoadsWithSegmentIdsAreLoadedAsTheyAre() throws Exception {
        var tree = new ObjectMapper().readTree(Cases.file("data/road_network/west_oakland_roads.geojson"));
        tree.path("features").forEach(feature -> ((ObjectNode) feature.path("properties"))
                .put("segment_id", feature.path("id").asText()));
        var loaded = RoadFile.read(new ObjectMapper().writeValueAsBytes(tree), "roads.geojson", RoadRules.DEFAULT);
        // 31 ways, 8 of them one-way
        assertThat(loaded.network().segments()).hasSize(31 + 23);
        var goss = segment(loaded, "6329561");
        assertThat(goss.name()).isEqualTo("Goss Street");
        assertThat(goss.lengthMetres()).isBetween(255.0, 275.0);
        var finder = new SegmentFinder(loaded.network(), new MatchConfig(30, 45));
        assertThat(finder.find(37.80769, -122.30203, 286.0, 0)).isEqualTo(new Match.OnSegment("6329561"));
        assertThat(finder.find(37.80769, -122.30203, 106.0, 0)).isEqualTo(new Match.OnSegment("6329561-reverse"));
    }

    @Test
    void theSameRoadsLoadFromOpenStreetMapItself() throws Exception {
        var xml = RoadFile.read(
                Cases.file("data/road_network/West-Oakland.osm.bz2"), "West-Oakland.osm.bz2", RoadRules.DEFAULT);
        var geoJson = RoadFile.read(
                Cases.file("data/road_network/west_oakland_roads.geojson"), "roads.geojson", RoadRules.DEFAULT);
        assertThat(xml.report().format()).isEqualTo("OpenStreetMap XML");
        assertThat(xml.network().segments())
                .extracting(segment -> segment.segmentId() + " " + segment.line())
                .containsExactlyInAnyOrderElementsOf(geoJson.network().segments().stream()
                        .map(segment -> "way/" + segment.segmentId() + " " + segment.line())
                        .toList());
    }

    /** Length of the streets, with one of two directions. */
    private static double length(LoadedRoads loaded) {
        return loaded.network().segments().stream()
                .filter(segment -> !segment.segmentId().endsWith("-reverse"))
                .mapToDouble(RoadSegment::lengthMetres)
                .sum();
    }

    private static RoadSegment segment(LoadedRoads loaded, String id) {
        return loaded.network().segments().stream()
                .filter(segment -> segment.segmentId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(LoadedRoads loaded) {
        return loaded.network().segments().stream().map(RoadSegment::segmentId).toList();
    }
}
