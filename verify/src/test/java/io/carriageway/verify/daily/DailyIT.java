package io.carriageway.verify.daily;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.jobs.daily.Daily;
import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.jobs.io.jdbc.reference.DatabaseSchema;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests the daily work on a lake in S3; the database decides which hours are final. */
@ExtendWith(SandboxExtension.class)
class DailyIT {

    private static final int ROWS = 3_600;

    private final Sandbox sandbox;
    private final StoredDay day;
    private final Uploads uploads;
    private MySqlConnection database;

    DailyIT(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.day = new StoredDay(sandbox, "daily-it");
        this.uploads = new Uploads(sandbox);
    }

    @BeforeEach
    void create() throws Exception {
        database = new MySqlConnection(sandbox.database().create("daily"), sandbox.jdbcUser(), sandbox.jdbcPassword());
        DatabaseSchema.migrate(database);
        execute("DELETE FROM lake_partition");
        execute("DELETE FROM event_ledger_1m");
        day.delete();
    }

    @AfterEach
    void close() {
        uploads.close();
    }

    @Test
    void anHourIsCompactedWhenInputHasPassedItAndKeepsItsRows() throws Exception {
        day.write(ROWS);
        day.age();
        var rows = day.judge();

        ledger("2024-07-01 12:00:00");
        assertThat(daily("--uploads-before", "2020-01-01T00:00:00Z"))
                .contains("corrections: no job is named by --correct")
                .contains("partition states: 2 hours open, 0 final, 0 compacted")
                .contains("compaction: 0 files became 0, in 0 hours")
                .contains("retention: everything is kept");
        assertThat(partitions()).allMatch(row -> row.contains("|open|4|1800|"));

        ledger("2024-07-01 23:59:00");
        assertThat(daily("--uploads-before", "2020-01-01T00:00:00Z"))
                .contains("partition states: 0 hours open, 2 final, 0 compacted")
                .contains("compaction: 8 files became 2, in 2 hours");
        assertThat(partitions()).hasSize(2).allMatch(row -> row.contains("|compacted|1|1800|"));
        assertThat(day.files()).hasSize(2).allMatch(name -> name.endsWith("compacted-000.parquet"));
        assertThat(day.judge()).isEqualTo(rows);
        assertThat(day.isInOrder()).isTrue();
    }

    @Test
    void aFileOfTheLastHourIsLeftToTheJobThatWroteIt() throws Exception {
        day.write(ROWS);
        ledger("2024-07-01 23:59:00");

        assertThat(daily("--uploads-before", "2020-01-01T00:00:00Z"))
                .contains("compaction: 0 files became 0, in 2 hours");
        assertThat(partitions()).allMatch(row -> row.contains("|final|4|1800|"));
    }

    @Test
    void anUploadOfTheLakeIsAbortedWhenNoSavepointCanNeedIt() throws Exception {
        var ours = uploads.begin(day.path() + "weather_observation/dt=2024-07-01/hour=10/part-0.parquet");
        var others = uploads.begin("checkpoints/daily-it");

        assertThat(failing("--savepoints", sandbox.s3().uri("daily-it-none")))
                .contains("unfinished uploads: failed: no savepoint or checkpoint in")
                .contains("retention: everything is kept");
        assertThat(daily("--uploads-before", "2020-01-01T00:00:00Z")).contains("unfinished uploads: 0 begun before");
        assertThat(daily("--uploads-before", "2200-01-01T00:00:00Z", "--dry-run", "true"))
                .contains("unfinished uploads: 1 begun before 2200-01-01T00:00:00Z would be aborted");
        assertThat(uploads.all()).contains(ours, others);

        assertThat(daily("--uploads-before", "2200-01-01T00:00:00Z"))
                .contains("part-0.parquet, begun ")
                .contains("unfinished uploads: 1 begun before 2200-01-01T00:00:00Z aborted");
        assertThat(uploads.all()).contains(others).doesNotContain(ours);
        uploads.abort(others);
    }

    @Test
    void onlyADatasetThatIsNamedIsEverDeleted() throws Exception {
        day.write(ROWS);
        ledger("2024-07-01 23:59:00");
        String[] later = {"--date", "2024-07-11", "--days", "11", "--uploads-before", "2020-01-01T00:00:00Z"};

        assertThat(daily(with(later, "--keep-days", "camera_frame=1,weather_observation=10")))
                .contains("0 hours of weather_observation deleted");
        assertThat(daily(with(later, "--keep-days", "weather_observation=9", "--dry-run", "true")))
                .contains("weather_observation 2024-07-01T10:00:00Z")
                .contains("2 hours of weather_observation would be deleted");
        assertThat(day.files()).hasSize(8);

        assertThat(daily(with(later, "--keep-days", "weather_observation=9")))
                .contains("2 hours of weather_observation deleted");
        assertThat(day.files()).isEmpty();
        assertThat(partitions()).isEmpty();
    }

    private static String[] with(String[] options, String... more) {
        var all = new ArrayList<>(List.of(options));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private String daily(String... options) throws Exception {
        return run(true, options);
    }

    private String failing(String... options) throws Exception {
        return run(false, options);
    }

    private String run(boolean well, String... options) throws Exception {
        var printed = new ByteArrayOutputStream();
        String[] given = {
            "--date",
            "2024-07-01",
            "--lake",
            day.lake().root(),
            "--mysql.url",
            database.url(),
            "--mysql.user",
            database.user(),
            "--mysql.password-file",
            sandbox.jdbcPasswordFile()
        };
        try (var out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            assertThat(Daily.run(sandbox.flinkConfiguration(), out, with(given, options)))
                    .as(printed.toString(StandardCharsets.UTF_8))
                    .isEqualTo(well);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** Writes into the ledger that topic weather is complete up to a minute. */
    private void ledger(String minute) throws SQLException {
        execute("INSERT INTO event_ledger_1m VALUES ('weather', '%s', 1, 1, 0, 0, 0, '{}', 1, 0, TRUE)"
                .formatted(minute));
    }

    private List<String> partitions() throws SQLException {
        var rows = new ArrayList<String>();
        try (var session = session();
                var statement = session.createStatement();
                var result = statement.executeQuery(
                        "SELECT CONCAT_WS('|', dataset, hour_start, state, files, rows_count, bytes) FROM v_lake_partition"
                                + " ORDER BY 1")) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    private void execute(String sql) throws SQLException {
        try (var session = session();
                var statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection session() throws SQLException {
        return DriverManager.getConnection(database.urlWithDefaults(), database.user(), database.password());
    }
}
