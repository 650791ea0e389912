package io.carriageway.jobs.io.jdbc.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.geo.RoadNetwork;
import io.carriageway.geo.Zones;
import io.carriageway.geo.osm.RoadClasses;
import io.carriageway.geo.osm.SpeedDefaults;
import io.carriageway.geo.roads.RoadFile;
import io.carriageway.geo.roads.RoadRules;
import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests the rows of a map's roads: their attributes and the attribution are stored. */
@ExtendWith(SandboxExtension.class)
class RoadReferenceIT {

    private static final String MAP =
            """
            {"type": "FeatureCollection", "features": [
             {"type": "Feature", "properties": {"@id": "way/1", "highway": "primary", "maxspeed": "30 mph", "lanes": "2"},
              "geometry": {"type": "LineString", "coordinates": [[13, 52], [13.01, 52]]}},
             {"type": "Feature", "properties": {"@id": "way/2", "highway": "residential", "oneway": "yes"},
              "geometry": {"type": "LineString", "coordinates": [[13.01, 52], [13.01, 52.01]]}},
             {"type": "Feature", "properties": {"@id": "way/3", "highway": "service", "oneway": "yes"},
              "geometry": {"type": "LineString", "coordinates": [[13.01, 52.01], [13.02, 52.01]]}}]}
            """;

    private final Sandbox sandbox;

    RoadReferenceIT(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void classLanesAndSourcesAreKept() throws Exception {
        var database = new MySqlConnection(
                sandbox.database().create("road_reference"), sandbox.jdbcUser(), sandbox.jdbcPassword());
        DatabaseSchema.migrate(database);
        RoadReference.write(database, network(SpeedDefaults.NONE), Zones.load());
        assertThat(rows(database))
                .containsExactly(
                        "way/1 48.28 primary 2 maxspeed © OpenStreetMap contributors, ODbL 1.0",
                        "way/1-reverse 48.28 primary 2 maxspeed © OpenStreetMap contributors, ODbL 1.0",
                        "way/2 null residential null null © OpenStreetMap contributors, ODbL 1.0",
                        "way/3 null service null null © OpenStreetMap contributors, ODbL 1.0");
        RoadReference.write(database, network(SpeedDefaults.parse("DE")), Zones.load());
        assertThat(rows(database))
                .contains("way/2 50.00 residential null derived © OpenStreetMap contributors, ODbL 1.0")
                .hasSize(4);
    }

    /** MySQL ignores case in most texts, but ids are compared byte by byte. */
    @Test
    void idsThatDifferInCaseAloneAreTwoRows() throws Exception {
        var database =
                new MySqlConnection(sandbox.database().create("road_case"), sandbox.jdbcUser(), sandbox.jdbcPassword());
        DatabaseSchema.migrate(database);
        var roads =
                """
                {"type": "FeatureCollection", "features": [
                 {"type": "Feature", "properties": {"segment_id": "A1", "oneway": true, "class": "primary"},
                  "geometry": {"type": "LineString", "coordinates": [[13, 52], [13.01, 52]]}},
                 {"type": "Feature", "properties": {"segment_id": "a1", "oneway": true, "class": "service"},
                  "geometry": {"type": "LineString", "coordinates": [[13, 53], [13.01, 53]]}}]}
                """;
        var network = RoadFile.read(roads.getBytes(StandardCharsets.UTF_8), "roads.geojson", RoadRules.DEFAULT)
                .network();
        RoadReference.write(database, network, Zones.load());
        assertThat(rows(database)).containsExactly("A1 null primary null null null", "a1 null service null null null");
    }

    private static RoadNetwork network(SpeedDefaults speeds) throws Exception {
        var rules = new RoadRules(false, null, RoadClasses.DEFAULT, speeds);
        return RoadFile.read(MAP.getBytes(StandardCharsets.UTF_8), "map.geojson", rules)
                .network();
    }

    private static List<String> rows(MySqlConnection database) throws Exception {
        var rows = new ArrayList<String>();
        try (var session = database.open();
                var statement = session.createStatement();
                var result = statement.executeQuery(
                        "SELECT segment_id, CAST(free_flow_kmh AS DECIMAL(5, 2)), road_class, lanes,"
                                + " free_flow_source, attribution FROM v_segment ORDER BY segment_id")) {
            while (result.next()) {
                var columns = new ArrayList<String>();
                for (int i = 1; i <= 6; i++) {
                    columns.add(result.getString(i));
                }
                rows.add(String.join(" ", columns.stream().map(String::valueOf).toList()));
            }
        }
        return rows;
    }
}
