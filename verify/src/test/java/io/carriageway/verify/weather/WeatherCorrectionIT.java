package io.carriageway.verify.weather;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.verify.oracle.Replays;
import io.carriageway.verify.oracle.Rows;
import io.carriageway.verify.topic.TopicRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests a day that is computed again from the lake: with its late events, and after observations were withdrawn. */
@ExtendWith(SandboxExtension.class)
class WeatherCorrectionIT {

    private static final long SEED = 12;
    private static final String IN_RANGE =
            "observed_at >= '2026-07-01 12:00:00' AND observed_at < '2026-07-01 13:00:00'";
    private static final String ROWS =
            "SELECT station_id, window_start, observations, event_count, revision FROM weather_10m"
                    + " WHERE window_start >= '2026-07-01 12:00:00' AND window_start < '2026-07-01 13:00:00'";

    @Test
    void aCorrectionRaisesLowersAndRemovesRowsAndTellsEach(Sandbox sandbox) throws Exception {
        var run = new TopicRun(sandbox, Weather.TOPIC, "weather_corrected", 2);
        run.topic(run.inputTopic()).sendAll(StationsWithFaults.records(SEED));
        run.sendBytes("st-4", new byte[0], Instant.parse("2026-07-01T15:00:00Z").toEpochMilli());
        var live = run.start(2);
        run.awaitBadEnd();
        run.drain(live);
        long counted = run.number("SELECT SUM(observations) FROM weather_10m");

        correct(sandbox, run);
        agreesWithTheLake(run, 1);
        assertThat(run.number("SELECT SUM(observations) FROM weather_10m")).isGreaterThan(counted);
        assertThat(run.number("SELECT COUNT(*) FROM correction WHERE revision = 1 AND new_row IS NOT NULL"))
                .isPositive();

        leaveTheSmallestFile(run.lakeFiles().resolve("weather_observation/dt=2026-07-01/hour=12"));
        correct(sandbox, run);
        agreesWithTheLake(run, 2);
        assertThat(run.number("SELECT COUNT(*) FROM correction WHERE revision = 2 AND new_row IS NULL"))
                .as("rows of which nothing is left")
                .isPositive();
    }

    private static void correct(Sandbox sandbox, TopicRun run) throws Exception {
        run.with("from", "2026-07-01T12:00:00Z")
                .with("to", "2026-07-01T13:00:00Z")
                .with("input", "lake")
                .with("include-late", "true")
                .with("allow-gaps", "true")
                .with("publish", sandbox.s3().uri(run.lakeFolder()));
        run.awaitEnd(run.start(2));
    }

    /** Both stores have the observations that are in the lake now, each once, under that revision. */
    private static void agreesWithTheLake(TopicRun run, int revision) throws Exception {
        try (var duck = DriverManager.getConnection("jdbc:duckdb:")) {
            execute(duck, "SET TimeZone = 'UTC'");
            var kept = Rows.of(
                    duck,
                    """
                    SELECT station_id, time_bucket(INTERVAL 10 MINUTE, observed_at::TIMESTAMP) AS window_start,
                        count(DISTINCT observed_at) AS observations, count(DISTINCT observed_at) AS event_count,
                        %d AS revision
                    FROM read_parquet('%s/weather_observation/**/*.parquet', hive_partitioning = false)
                    WHERE %s GROUP BY ALL
                    """
                            .formatted(revision, run.lakeFiles(), IN_RANGE));
            Replays.rows(run, ROWS).areThoseOf(kept, "table weather_10m");
            viewOfTheLatest(duck, run.lakeFiles());
            Rows.of(duck, ROWS.replace("weather_10m", "weather_10m_latest")).areThoseOf(kept, "the lake's latest rows");
        }
    }

    private static void viewOfTheLatest(Connection duck, Path lake) throws Exception {
        execute(
                duck,
                "CREATE VIEW run AS SELECT * REPLACE (range_from::TIMESTAMP AS range_from, range_to::TIMESTAMP AS range_to)"
                        + " FROM read_parquet('%s/run/*.parquet')".formatted(lake));
        execute(
                duck,
                "CREATE VIEW weather_10m AS SELECT * REPLACE (window_start::TIMESTAMP AS window_start)"
                        + " FROM read_parquet('%s/weather_10m/**/*.parquet', hive_partitioning = true)"
                                .formatted(lake));
        execute(duck, Files.readString(Path.of("../sql/athena/latest/weather_10m_latest.sql")));
    }

    private static void execute(Connection duck, String sql) throws SQLException {
        try (var statement = duck.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Late events have files of their own, so a window may have some where its accepted ones are gone. */
    private static void leaveTheSmallestFile(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            var bySize = files.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted(Comparator.comparing(file -> file.toFile().length()))
                    .toList();
            for (var file : bySize.subList(1, bySize.size())) {
                Files.delete(file);
            }
        }
    }
}
