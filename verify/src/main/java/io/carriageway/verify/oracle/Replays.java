package io.carriageway.verify.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * Compares replays of a job with a live run of the same records.
 *
 * @param timeColumns the tables, each with the column that decides whether a row belongs to a range
 */
public record Replays(JobRun live, Map<String, String> timeColumns) {

    /** How a replay runs; {@code from} and {@code to} in the form of the job's options. */
    public record Case(String name, String mode, int parallelism, String from, String to) {

        /** The job's options for it, each a key and a value. */
        public List<List<String>> options() {
            return List.of(List.of("from", from), List.of("to", to), List.of("mode", mode));
        }
    }

    /** Fails if the replay's tables differ from the live run's rows of the range in any column of any row. */
    public void agree(JobRun replay, Case replayed) throws SQLException {
        agree(replay, replayed, Map.of());
    }

    /**
     * The same if a rule leaves rows out.
     *
     * @param leftOut for each table with rows that are left out, their condition in SQL; the live run must have such
     *     rows
     */
    public void agree(JobRun replay, Case replayed, Map<String, String> leftOut) throws SQLException {
        for (var table : timeColumns.keySet()) {
            var ofRange = "SELECT * FROM %1$s WHERE %2$s >= '%3$s' AND %2$s < '%4$s'"
                    .formatted(table, timeColumns.get(table), utc(replayed.from()), utc(replayed.to()));
            var left = leftOut.get(table);
            if (left != null) {
                assertThat(rows(live, "%s AND (%s)".formatted(ofRange, left)).rows())
                        .as("rows of table %s that %s leaves out", table, replayed)
                        .isNotEmpty();
            }
            var wanted = left == null ? ofRange : "%s AND NOT (%s)".formatted(ofRange, left);
            rows(replay, "SELECT * FROM " + table)
                    .areThoseOf(rows(live, wanted), "table %s of %s".formatted(table, replayed));
        }
        assertThat(Files.exists(replay.lakeFiles())).as("lake of %s", replayed).isFalse();
    }

    /** Every row of a table now. */
    public static Rows rows(JobRun run, String sql) throws SQLException {
        try (var database = run.connect()) {
            return Rows.of(database, sql);
        }
    }

    private static LocalDateTime utc(String instant) {
        return LocalDateTime.ofInstant(Instant.parse(instant), ZoneOffset.UTC);
    }
}
