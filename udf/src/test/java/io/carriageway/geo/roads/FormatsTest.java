package io.carriageway.geo.roads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.geo.format.PbfFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same two streets and a footway in every format: they give the same segments with the same ids. */
class FormatsTest {

    private static final String GEO_JSON =
            """
            {"type": "FeatureCollection", "features": [
             {"type": "Feature", "id": "way/10", "properties": {"@id": "way/10", "highway": "primary", "name": "High Street",
              "maxspeed": "30 mph"}, "geometry": {"type": "LineString", "coordinates": [[13.1, 52.1], [13.1012345, 52.1], [13.102, 52.1]]}},
             {"type": "Feature", "id": "way/11", "properties": {"@id": "way/11", "highway": "residential", "oneway": "yes"},
              "geometry": {"type": "LineString", "coordinates": [[13.1012345, 52.1], [13.1012345, 52.1010001]]}},
             {"type": "Feature", "id": "way/12", "properties": {"highway": "footway"},
              "geometry": {"type": "LineString", "coordinates": [[13.102, 52.1], [13.1012345, 52.1010001]]}}]}
            """;
    private static final String WAYS =
            """
            {"type": "way", "id": 10, %s "nodes": [1, 2, 3], "tags": {"highway": "primary", "name": "High Street", "maxspeed": "30 mph"}},
            {"type": "way", "id": 11, %s "nodes": [2, 4], "tags": {"highway": "residential", "oneway": "yes"}},
            {"type": "way", "id": 12, %s "nodes": [3, 4], "tags": {"highway": "footway"}},
            {"type": "way", "id": 13, "nodes": [3, 4], "tags": {"building": "yes"}},
            {"type": "relation", "id": 14, "tags": {"type": "route"}}
            """;
    private static final String NODES =
            """
            {"type": "node", "id": 1, "lat": 52.1, "lon": 13.1}, {"type": "node", "id": 2, "lat": 52.1, "lon": 13.1012345},
            {"type": "node", "id": 3, "lat": 52.1, "lon": 13.102}, {"type": "node", "id": 4, "lat": 52.1010001, "lon": 13.1012345}
            """;
    private static final String XML =
            """
            <?xml version='1.0' encoding='UTF-8'?>
            <osm version="0.6">
             <way id="10"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="primary"/><tag k="name" v="High Street"/>
              <tag k="maxspeed" v="30 mph"/></way>
             <way id="11"><nd ref="2"/><nd ref="4"/><tag k="highway" v="residential"/><tag k="oneway" v="yes"/></way>
             <way id="12"><nd ref="3"/><nd ref="4"/><tag k="highway" v="footway"/></way>
             <way id="15" action="delete"><nd ref="1"/><nd ref="4"/><tag k="highway" v="primary"/></way>
             <node id="1" lat="52.1" lon="13.1"/><node id="2" lat="52.1" lon="13.1012345"><tag k="highway" v="crossing"/></node>
             <node id="3" lat="52.1" lon="13.102"/><node id="4" lat="52.1010001" lon="13.1012345"/>
            </osm>
            """;

    private static final String GRAPHML =
            """
            <?xml version='1.0' encoding='utf-8'?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
             <key id="d0" for="graph" attr.name="crs" attr.type="string"/>
             <key id="d4" for="node" attr.name="y" attr.type="string"/><key id="d5" for="node" attr.name="x" attr.type="string"/>
             <key id="d8" for="edge" attr.name="osmid" attr.type="string"/><key id="d9" for="edge" attr.name="name" attr.type="string"/>
             <key id="d10" for="edge" attr.name="highway" attr.type="string"/><key id="d11" for="edge" attr.name="oneway" attr.type="string"/>
             <key id="d12" for="edge" attr.name="reversed" attr.type="string"/><key id="d13" for="edge" attr.name="geometry" attr.type="string"/>
             <key id="d14" for="edge" attr.name="maxspeed" attr.type="string"/>
             <graph edgedefault="directed"><data key="d0">epsg:4326</data>
              <node id="1"><data key="d4">52.0</data><data key="d5">13.0</data></node>
              <node id="2"><data key="d4">52.0</data><data key="d5">13.01</data></node>
              <node id="3"><data key="d4">52.0</data><data key="d5">13.02</data></node>
              <edge source="1" target="2" id="0"><data key="d8">[11, 10]</data><data key="d9">['A Street', "B's Street"]</data>
               <data key="d10">['residential', 'tertiary']</data><data key="d11">False</data><data key="d12">False</data>
               <data key="d13">LINESTRING (13 52, 13.005 52.001, 13.01 52)</data><data key="d14">['30 mph', '40 mph']</data></edge>
              <edge source="2" target="1" id="0"><data key="d8">[10, 11]</data><data key="d9">["B's Street", 'A Street']</data>
               <data key="d10">['residential', 'tertiary']</data><data key="d11">False</data><data key="d12">True</data>
               <data key="d13">LINESTRING (13.01 52, 13.005 52.001, 13 52)</data></edge>
              <edge source="2" target="3" id="0"><data key="d8">12</data><data key="d10">residential</data><data key="d11">True</data></edge>
             </graph>
            </graphml>
            """;

    @Test
    void anAnswerOfOverpassHasItsNodesBesideItsWays() throws Exception {
        assertSame(overpass(WAYS.replace("%s", "") + ", " + NODES), "JSON of Overpass");
    }

    @Test
    void anAnswerOfOverpassMayHaveThePositionsInItsWays() throws Exception {
        var a = "{\"lat\": 52.1, \"lon\": 13.1}";
        var b = "{\"lat\": 52.1, \"lon\": 13.1012345}";
        var c = "{\"lat\": 52.1, \"lon\": 13.102}";
        var d = "{\"lat\": 52.1010001, \"lon\": 13.1012345}";
        assertSame(overpass(WAYS.formatted(geometry(a, b, c), geometry(b, d), geometry(c, d))), "JSON of Overpass");
    }

    @Test
    void openStreetMapXmlMayBePackedAndInAnyOrder() throws Exception {
        assertSame(XML.getBytes(StandardCharsets.UTF_8), "OpenStreetMap XML");
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(XML.getBytes(StandardCharsets.UTF_8));
        }
        assertSame(packed.toByteArray(), "OpenStreetMap XML");
    }

    /** With and without a byte order mark; the shell of Windows does not change a declaration of UTF-8. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "x-UTF-16LE-BOM"})
    void textMayBeUtf16(String encoding) throws Exception {
        var charset = Charset.forName(encoding);
        assertSame(XML.getBytes(charset), "OpenStreetMap XML");
        assertSame(XML.replace("UTF-8", "UTF-16").getBytes(charset), "OpenStreetMap XML");
        assertSame(GEO_JSON.getBytes(charset), "GeoJSON from OpenStreetMap");
        assertThat(read(GRAPHML.getBytes(charset)).report().format()).isEqualTo("GraphML of OSMnx");
        assertThatThrownBy(() -> read("<gpx/>".getBytes(charset))).hasMessageContaining("GPX");
    }

    @Test
    void aByteOrderMarkOfUtf8IsNoPartOfTheText() throws Exception {
        assertSame(("\uFEFF" + XML).getBytes(StandardCharsets.UTF_8), "OpenStreetMap XML");
        var json = "\uFEFF" + GEO_JSON.replace("High Street", "the <gpx> of High Street");
        assertThat(read(json.getBytes(StandardCharsets.UTF_8)).report().format())
                .isEqualTo("GeoJSON from OpenStreetMap");
    }

    @Test
    void openStreetMapPbfIsRead() throws Exception {
        assertSame(pbf().bytes("OsmSchema-V0.6", "DenseNodes"), "OpenStreetMap PBF");
    }

    @Test
    void aHistoryOrACutOffPbfIsRefused() throws Exception {
        var history = pbf().bytes("OsmSchema-V0.6", "HistoricalInformation");
        assertThatThrownBy(() -> read(history)).hasMessageContaining("'HistoricalInformation', which is not supported");
        var whole = pbf().bytes("OsmSchema-V0.6");
        assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length - 9)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no whole OpenStreetMap PBF");
    }

    @Test
    void aLineIsInterruptedWhereItsNodesAreNotInTheExtract() throws Exception {
        var file = new PbfFile()
                .node(1, 52.1, 13.1)
                .node(2, 52.1, 13.101)
                .node(4, 52.1, 13.103)
                .node(5, 52.1, 13.104)
                .way(10, List.of(1L, 2L, 3L, 4L, 5L), "highway", "primary")
                .way(11, List.of(7L, 8L), "highway", "primary")
                .bytes("OsmSchema-V0.6");
        var loaded = read(file);
        assertThat(loaded.network().segments()).hasSize(4);
        assertThat(loaded.report().leftOut()).singleElement().satisfies(tally -> assertThat(tally.ids())
                .containsExactly("way/11"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SQLite format 3| ogr2ogr",
                "PK34| /vsizip/",
                "<gpx>| POINTS=",
                "<kml>| ogr2ogr",
                "<!DOCTYPE html><HTML>| an HTML page",
                "a,b| in no format that is read; these are PBF",
                "'  '| is empty; load",
                "''| is empty; load",
                "{\"type\": \"FeatureCollection\", \"features\": []}| Collection without features",
                "{\"features\": [{\"type\": \"Fea| JSON that is cut off",
                "{\"features\": | JSON that is cut off"
            })
    void anotherFormatIsNamedWithWhatToDo(String file, String advice) {
        assertThatThrownBy(() -> read(file.getBytes(StandardCharsets.UTF_8))).hasMessageContaining(advice);
    }

    @Test
    void brokenXmlIsNoReasonForAStackTrace() {
        assertThatThrownBy(() -> read("<osm><way id='1'><nd ref='x'/></way></osm>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is broken OpenStreetMap XML");
        assertThatThrownBy(() -> read("<osm><node id='1' lat='5'/></osm>".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("is broken OpenStreetMap XML");
        assertThatThrownBy(() -> read("<osm>\n<way id='1'>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("roads is OpenStreetMap XML that is cut off or broken in line 2: ")
                .hasMessageNotContainingAny("ParseError", "\\n");
    }

    @Test
    void aNodeWithoutAPositionIsAsGoodAsMissing() throws Exception {
        var loaded = read(
                overpass(
                        "{\"type\": \"node\", \"id\": 1, \"lat\": 52, \"lon\": 13},"
                                + "{\"type\": \"node\", \"id\": 2, \"lat\": 52, \"lon\": 13.01}, {\"type\": \"node\", \"id\": 3},"
                                + "{\"type\": \"way\", \"id\": 7, \"nodes\": [1, 2, 3], \"tags\": {\"highway\": \"primary\"}},"
                                + "{\"type\": \"way\", \"id\": 8, \"geometry\": [null, {\"lat\": 52}], \"tags\": {\"highway\": \"primary\"}}"));
        assertThat(loaded.network().segments().get(0).line().toText()).isEqualTo("LINESTRING (13 52, 13.01 52)");
        assertThat(loaded.report().leftOut()).singleElement().satisfies(tally -> assertThat(tally.ids())
                .containsExactly("way/8"));
    }

    @Test
    void aGraphOfOsmnxIsRead() throws Exception {
        var file = GRAPHML.getBytes(StandardCharsets.UTF_8);
        var loaded = read(file);
        assertThat(loaded.report().format()).isEqualTo("GraphML of OSMnx");
        assertThat(loaded.network().segments())
                .extracting(segment -> segment.segmentId().replaceAll("#[0-9a-f]{8}", "#") + " " + segment.line() + " "
                        + segment.name() + " " + segment.freeFlowKmh())
                .containsExactlyInAnyOrder(
                        "10# LINESTRING (13 52, 13.005 52.001, 13.01 52) A Street; B's Street 56.33",
                        "10#-reverse LINESTRING (13.01 52, 13.005 52.001, 13 52) A Street; B's Street 56.33",
                        "12# LINESTRING (13.01 52, 13.02 52) null null");
        assertThat(loaded.network().segments().get(0).attributes().roadClass()).isEqualTo("tertiary");
        assertThatThrownBy(() -> read(GRAPHML.replace("epsg:4326", "epsg:32633").getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("epsg:32633, and not in degrees");
        assertThatThrownBy(() -> read(Arrays.copyOf(file, file.length - 30)))
                .hasMessageContaining("is GraphML of OSMnx that is cut off");
    }

    @Test
    void aPackedFileThatIsCutOffIsNamed() {
        assertThatThrownBy(() -> read(new byte[] {0x1F, (byte) 0x8B, 8, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("roads is a packed file that is cut off");
    }

    private static PbfFile pbf() {
        return new PbfFile()
                .node(1, 52.1, 13.1)
                .node(2, 52.1, 13.1012345)
                .node(3, 52.1, 13.102)
                .node(4, 52.1010001, 13.1012345)
                .way(10, List.of(1L, 2L, 3L), "highway", "primary", "name", "High Street", "maxspeed", "30 mph")
                .way(11, List.of(2L, 4L), "highway", "residential", "oneway", "yes")
                .way(12, List.of(3L, 4L), "highway", "footway")
                .way(13, List.of(3L, 4L), "building", "yes");
    }

    private static byte[] overpass(String elements) {
        return "{\"version\": 0.6, \"generator\": \"Overpass API\", \"elements\": [%s]}"
                .formatted(elements)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String geometry(String... points) {
        return "\"geometry\": [" + String.join(", ", points) + "],";
    }

    private static void assertSame(byte[] file, String format) throws IOException {
        var expected = read(GEO_JSON.getBytes(StandardCharsets.UTF_8));
        var loaded = read(file);
        assertThat(loaded.report().format()).isEqualTo(format);
        assertThat(loaded.network()).isEqualTo(expected.network());
        assertThat(loaded.network().segments()).hasSize(5);
        assertThat(loaded.report().classes()).isEqualTo(expected.report().classes());
        assertThat(loaded.report().notRoads()).isEqualTo(expected.report().notRoads());
    }

    private static LoadedRoads read(byte[] file) throws IOException {
        return RoadFile.read(file, "roads", RoadRules.DEFAULT);
    }
}
