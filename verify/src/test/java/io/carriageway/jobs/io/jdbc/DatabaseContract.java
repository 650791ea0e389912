package io.carriageway.jobs.io.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.alert.AlertRule;
import io.carriageway.alert.AlertTable;
import io.carriageway.alert.Silence;
import io.carriageway.intake.FieldRules;
import io.carriageway.jobs.io.jdbc.reference.AlertSites;
import io.carriageway.jobs.io.jdbc.reference.DatabaseSchema;
import io.carriageway.jobs.io.jdbc.upsert.BatchExecution;
import io.carriageway.jobs.io.jdbc.upsert.UpsertTable;
import io.carriageway.row.CameraTraffic1m;
import io.carriageway.verify.oracle.TextRows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.connector.jdbc.datasource.connections.SimpleJdbcConnectionProvider;
import org.apache.flink.metrics.SimpleCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests all that the suite requires of a database; it runs on each kind of supported server. */
public abstract class DatabaseContract {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final UpsertTable<CameraTraffic1m> TABLE = UpsertTable.of(
            "camera_traffic_1m",
            CameraTraffic1m.getClassSchema(),
            List.of("camera_id", "window_start"),
            "window_start");

    MySqlConnection connection;

    /** An empty database of that name. */
    abstract MySqlConnection create(String database) throws Exception;

    @BeforeEach
    void migrate() throws Exception {
        connection = create("contract");
        DatabaseSchema.migrate(connection);
        DatabaseSchema.migrate(connection);
        execute("DELETE FROM camera_traffic_1m");
        execute("DELETE FROM camera");
    }

    @Test
    void timesAreStoredInUtcAndTextByteByByte() throws Exception {
        upsert(row("cam-1", 0, 1, false), row("CAM-1", 0, 1, false), row("Kreuzung-Ä", 0, 1, false));
        assertThat(query("SELECT camera_id, CAST(window_start AS CHAR) FROM camera_traffic_1m ORDER BY camera_id"))
                .containsExactly(
                        "CAM-1|2026-03-01 12:00:00.000",
                        "Kreuzung-Ä|2026-03-01 12:00:00.000",
                        "cam-1|2026-03-01 12:00:00.000");
    }

    @Test
    void aRowNeverGoesBackInWhateverOrderItsVersionsCome() throws Exception {
        var versions = new ArrayList<>(List.of(
                row("cam-1", 0, 1, false),
                row("cam-1", 0, 5, false),
                row("cam-1", 0, 5, true),
                row("cam-1", 1, 3, false),
                row("cam-1", 1, 4, true)));
        for (long seed = 0; seed < 20; seed++) {
            execute("DELETE FROM camera_traffic_1m");
            Collections.shuffle(versions, new Random(seed));
            for (var version : versions) {
                upsert(version);
            }
            assertThat(query("SELECT revision, event_count, frames, complete FROM camera_traffic_1m"))
                    .as("seed %d", seed)
                    .containsExactly("1|4|4|1");
        }
    }

    @Test
    void aCorrectionMayLowerACountAndAnOldRunMayNotRaiseItAgain() throws Exception {
        upsert(row("cam-1", 0, 9, true));
        upsert(row("cam-1", 1, 2, true));
        upsert(row("cam-1", 0, 9, true));
        assertThat(query("SELECT revision, event_count, frames FROM camera_traffic_1m"))
                .containsExactly("1|2|2");
    }

    @Test
    void everyIdThatPassesIsARowOfItsOwn() throws Exception {
        var ids = Stream.of(
                        "a",
                        "A",
                        "a b",
                        "a ",
                        " a",
                        "a\t",
                        "a\u00a0",
                        "\u00e4",
                        "a\u0308",
                        "a?",
                        "a\ufffd",
                        "\ud83d\ude97")
                .filter(id -> FieldRules.id("camera_id", id, 64).isEmpty())
                .toList();
        upsert(ids.stream().map(id -> row(id, 0, 1, false)).toArray(CameraTraffic1m[]::new));
        assertThat(query("SELECT camera_id FROM camera_traffic_1m")).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void aSiteOfARuleExistsWhereAReferenceTableOrARowHasIt() throws Exception {
        execute(
                "INSERT INTO camera (camera_id, name, latitude, longitude) VALUES ('cam-1', 'Mill Street', 52.5, 13.4)");
        upsert(row("cam-2", 0, 1, true));
        var sites = new AlertSites(connection);
        for (var table : AlertTable.values()) {
            assertThat(sites.unknown(List.of(
                            rule(table, Set.of("nowhere"), Long.MAX_VALUE),
                            rule(table, null, Long.MAX_VALUE),
                            rule(table, Set.of("gone"), 1))))
                    .singleElement()
                    .asString()
                    .startsWith("Alert rule high, version 3: there is no ")
                    .contains(" 'nowhere' in table ")
                    .endsWith(" nor a row of it in " + table);
        }
        assertThat(sites.unknown(
                        List.of(rule(AlertTable.CAMERA_TRAFFIC_1M, Set.of("cam-1", "cam-2", "CAM-1"), Long.MAX_VALUE))))
                .containsExactly("Alert rule high, version 3: there is no camera 'CAM-1' in table camera,"
                        + " nor a row of it in camera_traffic_1m");
    }

    private static AlertRule rule(AlertTable table, Set<String> sites, long endMillis) {
        return new AlertRule("high", 3, table, new Silence(60_000), sites, 0, endMillis);
    }

    @Test
    void crowdingIsALevelOfMeanAreaOccupancyWithTheWeightedVehicleScoreBesideIt() throws Exception {
        execute("INSERT INTO camera (camera_id, name, latitude, longitude) VALUES ('free', 'Mill Street', 52.5, 13.4)");
        upsert(
                traffic("free", 99_999),
                traffic("moderate", 100_000),
                traffic("crowded", 250_000),
                traffic("jammed", 1_000_000));
        assertThat(query("SELECT camera_id, camera_name, level, ROUND(vehicles_per_frame, 2), ROUND(pcu_per_frame, 2)"
                        + " FROM v_camera_crowding ORDER BY area_occupancy_pct"))
                .containsExactly(
                        "free|Mill Street|FREE|5.00|5.90",
                        "moderate|null|MODERATE|5.00|5.90",
                        "crowded|null|CROWDED|5.00|5.90",
                        "jammed|null|JAMMED|5.00|5.90");
    }

    /** Two frames, each with one vehicle of each class and this area occupancy. */
    private static CameraTraffic1m traffic(String camera, long areaOccupancyPpm) {
        return new CameraTraffic1m(camera, NOON, 2L, 2L, 2L, 2L, 2L, 2L, 5, 2 * areaOccupancyPpm, "m@1", 2L, 0, true);
    }

    private static CameraTraffic1m row(String camera, int revision, long events, boolean complete) {
        return new CameraTraffic1m(camera, NOON, events, 0L, 0L, 0L, 0L, 0L, 0, 0L, "m@1", events, revision, complete);
    }

    private void upsert(CameraTraffic1m... rows) throws Exception {
        upsert(TABLE, List.of(rows));
    }

    void upsert(UpsertTable<CameraTraffic1m> table, List<CameraTraffic1m> rows) throws Exception {
        upsert(connection, table, rows);
    }

    static <R extends SpecificRecordBase> void upsert(MySqlConnection way, UpsertTable<R> table, List<R> rows)
            throws Exception {
        var connections = new SimpleJdbcConnectionProvider(way.connectorOptions());
        try (var execution = new BatchExecution<>(table, connections, new SimpleCounter())) {
            execution.run(rows);
        }
    }

    void execute(String sql) throws SQLException {
        try (var session = connection.open();
                var statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    List<String> query(String sql) throws SQLException {
        try (var session = connection.open()) {
            return TextRows.joined(session, sql);
        }
    }
}
