package io.carriageway.jobs.io.jdbc.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.jobs.io.jdbc.reference.DatabaseSchema;
import io.carriageway.jobs.io.jdbc.upsert.BatchExecution;
import io.carriageway.jobs.io.jdbc.upsert.UpsertTable;
import io.carriageway.row.CameraTraffic1m;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.connector.jdbc.datasource.connections.SimpleJdbcConnectionProvider;
import org.apache.flink.metrics.SimpleCounter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Compares two databases of one server with different counts in some minutes. */
@ExtendWith(SandboxExtension.class)
class SchemaDiffIT {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UpsertTable<CameraTraffic1m> TABLE = UpsertTable.of(
            "camera_traffic_1m",
            CameraTraffic1m.getClassSchema(),
            List.of("camera_id", "window_start"),
            "window_start");

    @Test
    void theDiffTellsRowsOfTheRangeApartAndSumsUpEachCamera(Sandbox sandbox) throws Exception {
        var whatIf = whatIf(sandbox, sandbox.jdbcUser(), sandbox.jdbcPassword(), "diff_whatif");
        DatabaseSchema.migrate(whatIf.base());
        DatabaseSchema.migrate(whatIf);
        write(
                whatIf.base(),
                row("east", 0, 5, 0),
                row("east", 1, 1_000, 0),
                row("east", 9, 7, 0),
                row("west", 1, 2, 0));
        write(whatIf, row("east", 0, 5, 1), row("east", 1, 4, 1), row("north", 0, 3, 1));

        assertThat(new SchemaDiff(whatIf, NOON, NOON.plus(Duration.ofMinutes(5))).lines(List.of(TABLE)))
                .containsExactly(
                        "diff_whatif beside diff_base, from 2026-03-01T12:00:00Z to 2026-03-01T12:05:00Z:",
                        "camera_traffic_1m: 1 rows equal, 1 different, 1 only in diff_whatif, 1 only in diff_base",
                        "  camera          " + cells("frames", "bicycle", "car", "motorcycle", "bus", "truck"),
                        "  east            " + cells("2 -> 2", "0 -> 0", "1,005 -> 9", "0 -> 0", "0 -> 0", "0 -> 0"),
                        "  north           " + cells("0 -> 1", "0 -> 0", "0 -> 3", "0 -> 0", "0 -> 0", "0 -> 0"),
                        "  west            " + cells("1 -> 0", "0 -> 0", "2 -> 0", "0 -> 0", "0 -> 0", "0 -> 0"),
                        "  all             " + cells("3 -> 3", "0 -> 0", "1,007 -> 12", "0 -> 0", "0 -> 0", "0 -> 0"));
    }

    @Test
    void aUserWhoMayNotCreateTheDatabaseIsToldSo(Sandbox sandbox) throws Exception {
        execute(
                sandbox,
                "DROP USER IF EXISTS 'diff_writer'@'%'",
                "CREATE USER 'diff_writer'@'%' IDENTIFIED BY 'only-of-this-test'",
                "GRANT ALL ON diff_base.* TO 'diff_writer'@'%'");
        try {
            var whatIf = whatIf(sandbox, "diff_writer", "only-of-this-test", "diff_forbidden");
            assertThatThrownBy(() -> DatabaseSchema.migrate(whatIf))
                    .hasMessageContaining(
                            "database diff_forbidden of --mysql.schema does not exist, and user diff_writer");
        } finally {
            execute(sandbox, "DROP USER 'diff_writer'@'%'");
        }
    }

    private static void execute(Sandbox sandbox, String... statements) throws Exception {
        try (var session = sandbox.database().connect();
                var statement = session.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static MySqlConnection whatIf(Sandbox sandbox, String user, String password, String schema)
            throws Exception {
        return new MySqlConnection(sandbox.database().create("diff_base"), user, password, schema);
    }

    private static String cells(String... cells) {
        return String.format("%18s%18s%18s%18s%18s%18s", (Object[]) cells);
    }

    /** One frame that shows so many cars. */
    private static CameraTraffic1m row(String camera, long minute, long cars, int revision) {
        return new CameraTraffic1m(
                camera, NOON.plusSeconds(60 * minute), 1L, 0L, cars, 0L, 0L, 0L, 0, 0L, "m@1", 1L, revision, true);
    }

    private static void write(MySqlConnection connection, CameraTraffic1m... rows) throws Exception {
        try (var session = connection.open();
                var statement = session.createStatement()) {
            statement.executeUpdate("DELETE FROM camera_traffic_1m");
        }
        var connections = new SimpleJdbcConnectionProvider(connection.connectorOptions());
        try (var execution = new BatchExecution<>(TABLE, connections, new SimpleCounter())) {
            execution.run(List.of(rows));
        }
    }
}
