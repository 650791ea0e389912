package io.carriageway.jobs.io.jdbc.upsert;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.jobs.io.jdbc.DatabaseContract;
import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.jobs.io.jdbc.reference.DatabaseSchema;
import io.carriageway.row.CameraTraffic1m;
import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.verify.chaos.FaultyLink;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import org.apache.flink.connector.jdbc.datasource.connections.SimpleJdbcConnectionProvider;
import org.apache.flink.metrics.SimpleCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests a batch whose connection breaks while the database executes it, which a lock on its row prolongs. */
@ExtendWith(SandboxExtension.class)
class BatchExecutionIT {

    private static final String LOCK = "SELECT event_count FROM camera_traffic_1m FOR UPDATE";
    private static final String AT_WORK =
            "SELECT id FROM information_schema.processlist WHERE info LIKE 'INSERT INTO camera_traffic_1m%'";
    private static final String EVENTS = "SELECT event_count FROM camera_traffic_1m";

    private interface Break {
        void happen(long connectionId) throws Exception;
    }

    private final Sandbox sandbox;
    private MySqlConnection database;

    BatchExecutionIT(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @BeforeEach
    void migrate() throws Exception {
        database = to(sandbox.database().create("batch"));
        DatabaseSchema.migrate(database);
        execute("DELETE FROM camera_traffic_1m");
    }

    @Test
    void itIsWrittenAgainWhereTheConnectionBreaks() throws Exception {
        int port = URI.create(database.url().substring("jdbc:".length())).getPort();
        try (var link = FaultyLink.to(port)) {
            isWrittenThough(to(database.url().replace(":" + port + "/", ":" + link.port() + "/")), unused -> {
                link.cut();
                link.open();
            });
        }
    }

    @Test
    void itIsWrittenAgainWhereTheConnectionIsKilled() throws Exception {
        isWrittenThough(database, connectionId -> execute("KILL " + connectionId));
    }

    private void isWrittenThough(MySqlConnection way, Break broken) throws Exception {
        var retries = new SimpleCounter();
        var thread = Executors.newSingleThreadExecutor();
        try (var lock = database.open();
                var batch = new BatchExecution<>(
                        DatabaseContract.TABLE, new SimpleJdbcConnectionProvider(way.connectorOptions()), retries)) {
            batch.run(List.of(row(1)));
            lock.setAutoCommit(false);
            assertThat(number(lock, LOCK)).isPresent();

            var written = thread.submit(() -> {
                batch.run(List.of(row(2)));
                return null;
            });
            Eventually.holds("the database executes the batch", () -> number(lock, AT_WORK)
                    .isPresent());
            broken.happen(number(lock, AT_WORK).orElseThrow());
            Eventually.holds(
                    "the batch is retried, or its row is refused", () -> retries.getCount() > 0 || written.isDone());
            lock.commit();

            written.get();
            assertThat(number(lock, EVENTS)).hasValue(2);
        } finally {
            thread.shutdownNow();
        }
    }

    private MySqlConnection to(String url) {
        return new MySqlConnection(url, sandbox.jdbcUser(), sandbox.jdbcPassword());
    }

    private static CameraTraffic1m row(long events) {
        return new CameraTraffic1m("cam-1", Instant.EPOCH, events, 0L, 0L, 0L, 0L, 0L, 0, 0L, "m@1", events, 0, false);
    }

    private void execute(String sql) throws SQLException {
        try (var session = database.open();
                var statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    private static OptionalLong number(Connection session, String sql) throws SQLException {
        try (var statement = session.createStatement();
                var result = statement.executeQuery(sql)) {
            return result.next() ? OptionalLong.of(result.getLong(1)) : OptionalLong.empty();
        }
    }
}
