package io.carriageway.jobs.roads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carriageway.geo.roads.RoadFile;
import io.carriageway.geo.roads.RoadRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoadsTest {

    private static final String ROADS =
            """
            {"type": "FeatureCollection", "features": [
             {"type": "Feature", "properties": {"@id": "way/1", "highway": "primary", "name": "High\\u001b[2J Street"},
              "geometry": {"type": "LineString", "coordinates": [[13, 52], [13.01, 52], [13.02, 52]]}},
             {"type": "Feature", "properties": {"@id": "way/2", "highway": "residential", "oneway": "yes"},
              "geometry": {"type": "LineString", "coordinates": [[13.01, 52], [13.01, 52.01]]}},
             {"type": "Feature", "properties": {"@id": "way/3", "highway": "footway"},
              "geometry": {"type": "LineString", "coordinates": [[13.02, 52], [13.01, 52.01]]}}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void theReportTellsWhatAJobWouldMakeOfTheFile() throws Exception {
        var printed = run();
        assertThat(printed)
                .contains("5 directed segments", "primary", "1 highway=footway: way/3", "© OpenStreetMap contributors")
                .contains("Components: 1, the largest with 100.00% of the segments")
                .contains("Dead ends: 3 of 4 places")
                .contains("Unreachable from the main part: none")
                .contains("No way back to the main part: 1 segment, 1.112 km: way/2")
                .contains("Most central segments", "(from every place to every other)")
                .doesNotContain("\u001b");
    }

    @Test
    void theCleanedRoadsLoadAsTheSameNetwork() throws Exception {
        run();
        var before = RoadFile.read(ROADS.getBytes(StandardCharsets.UTF_8), "before", RoadRules.DEFAULT);
        var after = RoadFile.read(Files.readAllBytes(folder.resolve("out/roads.geojson")), "after", RoadRules.DEFAULT);
        assertThat(after.network()).isEqualTo(before.network());
    }

    @Test
    void pointsAreMatchedAndCounted() throws Exception {
        var points = Files.writeString(
                folder.resolve("points.csv"),
                """
                Longitude,id,Latitude,Heading
                13.005,a,52.0001,90
                13.01,b,52.005,180
                13.01,c,52.005,
                14,d,52,0
                0,g,0,0
                x,e,52,0
                13.01,f,152,0
                """);
        assertThat(run("--points", points.toString()))
                .contains(
                        "Points: 7, matched 2 (28.57%), off the road 1, against the direction 1, at 0,0 (position-zero) 1, unreadable 2",
                        "First unreadable, line 7: longitude 'x' is not a number");
        var matches = new ObjectMapper()
                .readTree(folder.resolve("out/matches.geojson").toFile());
        assertThat(matches.path("attribution").asText()).contains("OpenStreetMap");
        assertThat(matches.at("/features/2/properties/segment_id").asText()).isEqualTo("way/2");
        assertThat(matches.at("/features/1/properties/outcome").asText()).isEqualTo("wrong_heading");
        assertThat(matches.at("/features/1/properties").has("segment_id")).isFalse();
    }

    @Test
    void pointsWithoutAHeaderAreRefused() throws Exception {
        var points = Files.writeString(folder.resolve("points.csv"), "13.0,52.0\n13.0,52.0\n");
        assertThatThrownBy(() -> run("--points", points.toString()))
                .hasMessageContaining("no columns latitude and longitude");
    }

    @Test
    void theFileThatIsReadIsNeverWritten() throws Exception {
        var file = Files.writeString(folder.resolve("roads.geojson"), ROADS);
        var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Roads.run(out, "--network", file.toString(), "--out", folder.toString()))
                .hasMessageContaining("roads.geojson would be overwritten; name another folder with OUT");
        assertThat(file).hasContent(ROADS);
    }

    @Test
    void pointsMayComeFromASpreadsheet() throws Exception {
        var points =
                Files.writeString(folder.resolve("points.csv"), "\uFEFFlatitude;longitude;note\n52.0001;13.005;a, b\n");
        assertThat(run("--points", points.toString())).contains("Points: 1, matched 1 (100.00%)");
    }

    @Test
    void pointsOfWhichNoneIsOnARoadAreAnError() throws Exception {
        var points = Files.writeString(folder.resolve("points.csv"), "latitude,longitude\n39.9,116.4\n0,0\n");
        assertThatThrownBy(() -> run("--points", points.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("no point of .*points.csv is on a road; the first, 39.9,116.4, lies 7412.3 km from"
                        + " the nearest one");
        Files.writeString(points, "latitude;longitude\n37,8;13,1\n");
        assertThatThrownBy(() -> run("--points", points.toString())).hasMessageEndingWith("none can be read");
    }

    @Test
    void aRowWithFewerOrMoreFieldsIsNoReasonToStop() throws Exception {
        var points = Files.writeString(
                folder.resolve("points.csv"), "note,latitude,longitude\na,52.0001,13.005,more\nb,52\n");
        assertThat(run("--points", points.toString()))
                .contains("Points: 2, matched 1 (50.00%)", "unreadable 1", "line 3: longitude is missing");
    }

    @Test
    void pointsThatAreNoneAreToldBeforeAnythingIsWritten() throws Exception {
        var empty = Files.writeString(folder.resolve("points.csv"), "");
        assertThatThrownBy(() -> run("--points", empty.toString())).hasMessageContaining("no columns latitude");
        assertThatThrownBy(() -> run("--points", folder.toString())).hasMessageContaining("is not a file");
        Files.writeString(empty, "latitude,longitude,\"heading\n52,13,4\n");
        assertThatThrownBy(() -> run("--points", empty.toString())).hasMessageContaining("has no rows below");
        assertThat(folder.resolve("out")).doesNotExist();
        Files.writeString(folder.resolve("out"), "");
        assertThatThrownBy(this::run).hasMessageContaining("which is a file; name a folder");
    }

    @Test
    void anOptionThatIsNoneIsNamed() {
        assertThatThrownBy(() -> run("--network.near", "Berlin"))
                .hasMessageContaining("option --network.near: 'Berlin' is no latitude and longitude");
        assertThatThrownBy(() -> run("--network.speeds", "Germany"))
                .hasMessageContaining("option --network.speeds: 'Germany' is neither");
    }

    private String run(String... more) throws IOException {
        var file = Files.writeString(folder.resolve("roads in.geojson"), ROADS);
        var printed = new ByteArrayOutputStream();
        var args = new ArrayList<>(List.of("--network", file.toString()));
        args.addAll(List.of("--out", folder.resolve("out").toString()));
        args.addAll(List.of(more));
        Roads.run(new PrintStream(printed, true, StandardCharsets.UTF_8), args.toArray(String[]::new));
        return printed.toString(StandardCharsets.UTF_8);
    }
}
