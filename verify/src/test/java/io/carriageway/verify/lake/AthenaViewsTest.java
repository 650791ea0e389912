package io.carriageway.verify.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.verify.oracle.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests those views of sql/athena that DuckDB understands unchanged, on tables with the columns of their datasets. */
class AthenaViewsTest {

    private static final Path ATHENA = Path.of("../sql/athena");
    private static final Pattern COLUMNS =
            Pattern.compile("\\(\n(.*?)\n\\)\nPARTITIONED BY \\(([^)]*)\\)", Pattern.DOTALL);

    private Connection duck;

    @BeforeEach
    void open() throws SQLException {
        duck = DriverManager.getConnection("jdbc:duckdb:");
        execute("CREATE TABLE run (dataset VARCHAR, revision INTEGER, range_from TIMESTAMP, range_to TIMESTAMP)");
    }

    @AfterEach
    void close() throws SQLException {
        duck.close();
    }

    @Test
    void aCorrectionCountsInPlaceOfTheRowThatItCorrects() throws Exception {
        dataset("segment_speed_1m");
        speed("10:00", 4, 200_000, 0);
        speed("10:01", 1, 20_000, 0);
        speed("10:00", 2, 80_000, 1);
        published("segment_speed_1m", 1, "2026-07-01 10:00", "2026-07-01 10:01");
        view("views/v_segment_speed_1h");

        assertThat(rows("SELECT samples, speed_mean_kmh, minutes_with_data FROM v_segment_speed_1h"))
                .containsExactly(
                        Map.of("samples", "3", "speed_mean_kmh", "33.333333333333336", "minutes_with_data", "2"));
    }

    @Test
    void aRowThatACorrectionDoesNotHaveAnyMoreIsGoneInItsRangeAlone() throws Exception {
        dataset("segment_speed_1m");
        speed("10:00", 4, 200_000, 0);
        speed("10:01", 1, 20_000, 0);
        published("segment_speed_1m", 1, "2026-07-01 10:00", "2026-07-01 10:01");

        assertThat(rows("SELECT samples FROM segment_speed_1m_latest")).containsExactly(Map.of("samples", "1"));
    }

    @Test
    void aCorrectionThatHasNotEndedIsNotSeen() throws Exception {
        dataset("segment_speed_1m");
        speed("10:00", 4, 200_000, 0);
        speed("10:00", 2, 80_000, 1);

        assertThat(rows("SELECT samples FROM segment_speed_1m_latest")).containsExactly(Map.of("samples", "4"));
    }

    @Test
    void aRowThatWasWrittenTwiceCountsOnce() throws Exception {
        dataset("segment_speed_1m");
        speed("10:00", 4, 200_000, 0);
        speed("10:00", 4, 200_000, 0);

        assertThat(rows("SELECT samples, speed_sum_mh FROM segment_speed_1m_latest"))
                .containsExactly(Map.of("samples", "4", "speed_sum_mh", "200000"));
    }

    @Test
    void ofAnAlertTheRowIsShownThatClearedIt() throws Exception {
        dataset("alert");
        execute("INSERT INTO alert BY NAME SELECT 'a' AS alert_id, 1 AS event_count, 0 AS revision,"
                + " false AS complete, '2026-07-01' AS dt, 10 AS hour");
        execute("INSERT INTO alert BY NAME SELECT 'a' AS alert_id, 2 AS event_count, 0 AS revision,"
                + " true AS complete, '2026-07-01' AS dt, 10 AS hour");

        assertThat(rows("SELECT alert_id, complete FROM alert_latest"))
                .containsExactly(Map.of("alert_id", "a", "complete", "true"));
    }

    @Test
    void anAccidentThatACorrectionMovedCountsOnItsNewDayAlone() throws Exception {
        dataset("accident");
        accident("a", "SLIGHT", 2, "2026-07-01", 0);
        accident("b", "SLIGHT", 1, "2026-06-30", 0);
        accident("a", "SERIOUS", 3, "2026-06-30", 1);
        published("accident", 1, "2026-06-30 00:00", "2026-07-02 00:00");
        accident("b", "SLIGHT", 1, "2026-06-30", 1);
        view("views/v_accident_by_severity_and_weather");

        assertThat(rows("SELECT dt, severity, accidents, casualties"
                        + " FROM v_accident_by_severity_and_weather ORDER BY severity"))
                .containsExactly(
                        Map.of("dt", "2026-06-30", "severity", "SERIOUS", "accidents", "1", "casualties", "3"),
                        Map.of("dt", "2026-06-30", "severity", "SLIGHT", "accidents", "1", "casualties", "1"));
    }

    private void published(String dataset, int revision, String from, String to) throws SQLException {
        execute("INSERT INTO run VALUES ('%s', %d, '%s', '%s')".formatted(dataset, revision, from, to));
    }

    private void speed(String time, int samples, long sum, int revision) throws SQLException {
        execute("INSERT INTO segment_speed_1m BY NAME SELECT 's' AS segment_id,"
                + " TIMESTAMP '2026-07-01 %s:00' AS window_start, %2$d AS samples, %3$d AS speed_sum_mh,"
                        .formatted(time, samples, sum)
                + " %d AS event_count, %d AS revision, '2026-07-01' AS dt, 10 AS hour".formatted(samples, revision));
    }

    private void accident(String id, String severity, int casualties, String day, int revision) throws SQLException {
        execute("INSERT INTO accident BY NAME SELECT '%s' AS accident_id, '%s' AS severity, %d AS casualties,"
                        .formatted(id, severity, casualties)
                + " TIMESTAMP '%s 10:00:00' AS occurred_at, 'RAIN' AS weather_condition,".formatted(day)
                + " 2 AS event_count, %d AS revision, '%s' AS dt, 10 AS hour".formatted(revision, day));
    }

    /** Creates a table by the columns of the DDL, and the view of its latest rows. */
    private void dataset(String name) throws SQLException, IOException {
        var ddl = COLUMNS.matcher(Files.readString(ATHENA.resolve(name + ".sql")));
        assertThat(ddl.find()).as("columns of " + name).isTrue();
        execute("CREATE TABLE %s (%s, %s)".formatted(name, ddl.group(1).replace('`', '"'), ddl.group(2)));
        view("latest/" + name + "_latest");
    }

    private void view(String name) throws SQLException, IOException {
        execute(Files.readString(ATHENA.resolve(name + ".sql")));
    }

    private void execute(String sql) throws SQLException {
        try (var statement = duck.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<Map<String, String>> rows(String sql) throws SQLException {
        return Rows.of(duck, sql).rows();
    }
}
