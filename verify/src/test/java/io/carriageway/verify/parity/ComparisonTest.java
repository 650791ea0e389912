package io.carriageway.verify.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.verify.oracle.Rows;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that parity finds planted differences; DuckDB replaces the database. */
class ComparisonTest {

    private static final Range NOON =
            new Range("middle", Instant.parse("2026-07-01T12:00:00Z"), Instant.parse("2026-07-01T13:00:00Z"));
    private static final Instant READ_TO = Instant.parse("2026-07-01T13:10:00Z");
    private static final Stored TABLE = Stored.table("weather_10m", "window_start");
    private static final Stored EVENTS = Stored.events("weather_observation", "observed_at");
    private static final String THREE = "('st-1', TIMESTAMP '2026-07-01 11:50:00', 7),"
            + " ('st-1', TIMESTAMP '2026-07-01 12:00:00', 8), ('st-2', TIMESTAMP '2026-07-01 12:00:00', NULL)";

    @TempDir
    private Path folder;

    private Output live;
    private Output run;

    @BeforeEach
    void aLiveRunAndAnother() throws Exception {
        live = output("live");
        run = output("run");
        execute(
                live,
                "CREATE TABLE weather_10m AS FROM (VALUES %s) AS t(station_id, window_start, n)".formatted(THREE));
        write(live, "st-1", "12:00:00+00", "12:00:01+00", false);
        write(live, "st-2", "12:30:00+00", "12:40:01+00", true);
        write(live, "st-1", "12:59:59+00", "13:12:00+00", true);
    }

    @Test
    void rowsOfTheRangeInAnotherOrderAreEqual() throws Exception {
        fillTable("('st-2', TIMESTAMP '2026-07-01 12:00:00', NULL), ('st-1', TIMESTAMP '2026-07-01 12:00:00', 8)");
        assertThat(compare(TABLE, Mode.LAKE_BATCH))
                .contains("2 rows", "  equal")
                .doesNotContain("only");
    }

    @Test
    void oneColumnOfOneRowIsFoundAndBothRowsAreShown() throws Exception {
        fillTable("('st-1', TIMESTAMP '2026-07-01 12:00:00', 9), ('st-2', TIMESTAMP '2026-07-01 12:00:00', NULL)");
        assertThat(compare(TABLE, Mode.LAKE_BATCH))
                .contains("DIFFERS from")
                .contains("only live has 1:\n      {station_id=st-1, window_start=2026-07-01T12:00, n=8}")
                .contains("only lake-batch has 1:\n      {station_id=st-1, window_start=2026-07-01T12:00, n=9}");
    }

    @Test
    void aRowOutsideTheRangeIsFound() throws Exception {
        fillTable(THREE);
        assertThat(compare(TABLE, Mode.KAFKA_BATCH)).contains("only kafka-batch has 1:");
    }

    @Test
    void lateEventsCountAsFarAsTheRunHasRead() throws Exception {
        write(run, "st-1", "12:00:00+00", "12:00:01+00", false);
        write(run, "st-2", "12:30:00+00", "12:40:01+00", true);
        assertThat(compare(EVENTS, Mode.KAFKA_BATCH)).contains("2 rows", "  equal");
    }

    @Test
    void aMissingRowOfADatasetIsFound() throws Exception {
        write(run, "st-1", "12:00:00+00", "12:00:01+00", false);
        assertThat(compare(EVENTS, Mode.KAFKA_STREAMING)).contains("DIFFERS from", "only live has 1:", "st-2");
    }

    @Test
    void whatARunDoesNotKeepByRuleMustNotBeThere() throws Exception {
        assertThat(compare(EVENTS, Mode.LAKE_BATCH)).contains("-  ").doesNotContain("DIFFERS");
        write(run, "st-1", "12:00:00+00", "12:00:01+00", false);
        assertThat(compare(EVENTS, Mode.LAKE_BATCH)).contains("DIFFERS");
    }

    @Test
    void nothingIsProvedWhereTheLiveRunHasNoRows() throws Exception {
        execute(live, "DELETE FROM weather_10m");
        fillTable("('st-1', TIMESTAMP '2026-07-01 12:00:00', 8)");
        execute(run, "DELETE FROM weather_10m");
        assertThat(compare(TABLE, Mode.LAKE_BATCH)).contains("NOTHING TO COMPARE");
    }

    @Test
    void oneDifferenceIsNoParity() {
        var printed = new ByteArrayOutputStream();
        var verdict = new Verdict(new PrintStream(printed, true, StandardCharsets.UTF_8));
        verdict.add(of(rows("8"), rows("8")));
        assertThat(verdict.isParity()).isTrue();
        verdict.add(of(rows("8"), rows("9")));
        assertThat(verdict.isParity()).isFalse();
        assertThat(verdict.summary()).isEqualTo("parity: 2 comparisons, 1 differ, refused=0");
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("only live has 1:\n      {n=8}");
    }

    @Test
    void aRefusedRowIsNoParity() {
        var verdict = new Verdict(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        verdict.add(of(rows("8"), rows("8")));
        verdict.addRefused(2);
        assertThat(verdict.isParity()).isFalse();
        assertThat(verdict.summary()).isEqualTo("parity: 1 comparisons, 0 differ, refused=2");
    }

    private static Comparison of(Rows first, Rows second) {
        return new Comparison(TABLE, NOON, Mode.LAKE_BATCH, 1, first, second);
    }

    private static Rows rows(String n) {
        return new Rows(List.of(Map.of("n", n)));
    }

    private String compare(Stored stored, Mode mode) throws Exception {
        var comparison =
                new Comparison(stored, NOON, mode, 2, live.rows(stored, null, NOON, READ_TO), run.rows(stored, null));
        return String.join("\n", comparison.lines());
    }

    private Output output(String name) throws Exception {
        var home = Files.createDirectories(folder.resolve(name));
        return new Output(() -> DriverManager.getConnection("jdbc:duckdb:" + home.resolve("database")), home);
    }

    private void fillTable(String rows) throws Exception {
        execute(run, "CREATE TABLE weather_10m AS FROM (VALUES %s) AS t(station_id, window_start, n)".formatted(rows));
    }

    private static void write(Output output, String station, String observed, String arrived, boolean late)
            throws Exception {
        var hour = Files.createDirectories(output.lake().resolve("weather_observation/dt=2026-07-01/hour=12"));
        execute(
                output,
                """
                COPY (SELECT '%s' AS station_id, TIMESTAMPTZ '2026-07-01 %s' AS observed_at,
                    TIMESTAMPTZ '2026-07-01 %s' AS arrival_time, %s AS late) TO '%s' (FORMAT parquet)
                """
                        .formatted(station, observed, arrived, late, hour.resolve(observed + ".parquet")));
    }

    private static void execute(Output output, String sql) throws Exception {
        try (var connection = output.database().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
