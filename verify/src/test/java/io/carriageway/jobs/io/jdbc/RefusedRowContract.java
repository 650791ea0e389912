package io.carriageway.jobs.io.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.carriageway.jobs.io.jdbc.publish.AbandonedRuns;
import io.carriageway.jobs.io.jdbc.publish.BoundedRun;
import io.carriageway.jobs.io.jdbc.publish.PublishResult;
import io.carriageway.jobs.io.jdbc.upsert.BatchExecution;
import io.carriageway.jobs.io.jdbc.upsert.UpsertTable;
import io.carriageway.row.CameraTraffic1m;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.connector.jdbc.datasource.connections.SimpleJdbcConnectionProvider;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the handling of rows that a table refuses. Table strict is camera_traffic_1m with an additional limit. */
abstract class RefusedRowContract extends BoundedRunContract {

    private static final UpsertTable<CameraTraffic1m> STRICT = UpsertTable.of(
            "strict", CameraTraffic1m.getClassSchema(), List.of("camera_id", "window_start"), "window_start");

    private static final String STORED = "SELECT camera_id FROM strict ORDER BY camera_id";
    private static final String REFUSED =
            "SELECT table_name, JSON_VALUE(row_key, '$.camera_id'), code FROM refused_row ORDER BY row_key";
    private static final String CAR = "\uD83D\uDE97";

    @BeforeEach
    void makeStrict() throws Exception {
        execute("DELETE FROM refused_row");
        execute("DROP TABLE IF EXISTS strict");
        execute("CREATE TABLE strict LIKE camera_traffic_1m");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MODIFY vehicle_max TINYINT                                  | 1264",
                "MODIFY model_id ENUM('m@1')                                 | 1265",
                "MODIFY model_id DATETIME NULL                               | 1292",
                "MODIFY model_id VARCHAR(200) CHARACTER SET latin1           | 1366",
                "MODIFY model_id VARCHAR(3)                                  | 1406",
                "ADD CONSTRAINT few_vehicles CHECK (vehicle_max < 200)       | 3819 or 4025",
            })
    void aRowThatDoesNotFitIsSetAsideAndAllOthersAreStored(String limit, String code) throws Exception {
        execute("ALTER TABLE strict " + limit);
        var rows = new ArrayList<CameraTraffic1m>();
        var good = limit.contains("DATETIME") ? "2026-03-01 12:00:00" : "m@1";
        IntStream.range(0, 50).forEach(i -> rows.add(row("cam-%02d".formatted(i), 5, good)));
        rows.add(33, row("bad", 200, CAR + "-@1"));
        upsert(STRICT, rows);
        assertThat(query(STORED)).hasSize(50).doesNotContain("bad");
        assertThat(query(REFUSED)).hasSize(1).allSatisfy(line -> {
            assertThat(line).startsWith("strict|bad|");
            assertThat(List.of(code.split(" or "))).contains(line.substring("strict|bad|".length()));
        });
        assertThat(query("SELECT JSON_VALUE(row_json, '$.vehicle_max'), JSON_VALUE(row_json, '$.window_start'),"
                        + " message <> '' FROM refused_row"))
                .containsExactly("200|2026-03-01 12:00:00.000|1");
    }

    @Test
    void aRowLargerThanAPacketIsSetAsideWithItsTextsCut() throws Exception {
        execute("ALTER TABLE strict MODIFY model_id LONGTEXT");
        var small = new MySqlConnection(
                connection.url() + (connection.url().contains("?") ? "&" : "?") + "maxAllowedPacket=200000",
                connection.user(),
                connection.password());
        var rows = new ArrayList<CameraTraffic1m>();
        IntStream.range(0, 9).forEach(i -> rows.add(row("cam-" + i, 5, "x".repeat(60_000))));
        rows.add(4, row("large", 5, CAR.repeat(100_000)));
        upsert(small, STRICT, rows);
        assertThat(query(STORED)).hasSize(9);
        assertThat(query(REFUSED)).containsExactly("strict|large|1153");
        // read whole: MariaDB's JSON_UNQUOTE knows no character of four bytes
        assertThat(query("SELECT row_json FROM refused_row").get(0))
                .contains("\"model_id\":\"" + CAR.repeat(2_000) + "... (100000 characters)\"");
    }

    @Test
    void aKeyOfAnyLengthIsSetAside() throws Exception {
        upsert(STRICT, List.of(row("c".repeat(1_000_000), 5, "m@1"), row("cam-1", 5, "m@1")));
        assertThat(query(STORED)).containsExactly("cam-1");
        assertThat(query("SELECT code, LEFT(row_key, 20) FROM refused_row"))
                .containsExactly("1406|{\"camera_id\":\"cccccc");
    }

    @Test
    void aLaterRowOfTheKeyThatIsStoredTakesTheRefusedOneAway() throws Exception {
        var connections = new SimpleJdbcConnectionProvider(connection.connectorOptions());
        try (var writer = new BatchExecution<>(STRICT, connections, new SimpleCounter())) {
            writer.run(List.of(row("cam-1", 5, "m".repeat(201)), row("cam-2", 5, "m".repeat(201))));
            assertThat(writer.refusedRows()).isEqualTo(2);
            writer.run(List.of(row("cam-1", 6, "m".repeat(202))));
            assertThat(writer.refusedRows()).isEqualTo(2);
            writer.run(List.of(row("cam-1", 7, "m@1"), row("cam-3", 7, "m@1")));
            assertThat(writer.refusedRows()).isEqualTo(1);
        }
        assertThat(query(REFUSED)).containsExactly("strict|cam-2|1406");
        // as does another writer, after a restart
        upsert(STRICT, List.of(row("cam-2", 7, "m@1")));
        assertThat(query(REFUSED)).isEmpty();
        assertThat(query(STORED)).containsExactly("cam-1", "cam-2", "cam-3");
    }

    @Test
    void rowsOfMoreThanTenKeysFailTheJob() throws Exception {
        upsert(STRICT, IntStream.range(0, 10).mapToObj(RefusedRowContract::bad).toList());
        assertThat(query(REFUSED)).hasSize(10);
        upsert(STRICT, List.of(bad(3)));
        assertThatIOException()
                .isThrownBy(() -> upsert(STRICT, List.of(bad(10))))
                .withMessageContaining("table strict refused the rows of more than 10 keys; see table refused_row");
        var all = IntStream.range(100, 1_100).mapToObj(RefusedRowContract::bad).toList();
        assertThatIOException().isThrownBy(() -> upsert(STRICT, all));
        assertThat(query(REFUSED)).hasSize(22);
    }

    @Test
    void anErrorThatIsNotOfOneRowsValuesFailsTheJob() throws Exception {
        execute("CREATE TABLE IF NOT EXISTS strict_parent (camera_id VARCHAR(64) COLLATE utf8mb4_bin PRIMARY KEY)"
                + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        execute("ALTER TABLE strict ADD CONSTRAINT of_parent FOREIGN KEY (camera_id)"
                + " REFERENCES strict_parent (camera_id)");
        assertThatIOException()
                .isThrownBy(() -> upsert(STRICT, List.of(row("cam-1", 5, "m@1"))))
                .withMessageContaining("table strict refused a batch of 1 rows (SQL state 23000)");
        assertThat(query(REFUSED)).isEmpty();
        execute("DROP TABLE strict");
        execute("DROP TABLE strict_parent");
        assertThatIOException()
                .isThrownBy(() -> upsert(STRICT, List.of(row("cam-1", 5, "m@1"))))
                .withMessageContaining("SQL state 42S02");
    }

    @Test
    void aBoundedRunWithARefusedRowPublishesNothing() throws Exception {
        var run = begin();
        var staging = run.stage(TABLE);
        assertThatExceptionOfType(SuppressRestartsException.class)
                .isThrownBy(() -> upsert(staging, List.of(row("cam-1", 5, "m@1"), row("cam-2", 5, "m".repeat(201)))))
                .havingCause()
                .withMessageContaining("refused a row of a bounded run, so the run publishes nothing");
        assertThatIllegalStateException()
                .isThrownBy(run::publish)
                .withMessageContaining("table camera_traffic_1m refused 1 of its rows");
        assertThat(query("SELECT * FROM camera_traffic_1m")).isEmpty();
        run.abandon();
        execute("UPDATE run SET begun_at = begun_at - INTERVAL 25 HOUR");
        var unused = AbandonedRuns.drop(connection, Duration.ofHours(24));
        assertThat(query(REFUSED)).isEmpty();
    }

    @Test
    void aRowThatARunPublishesTakesTheLiveJobsRefusedOneAway() throws Exception {
        upsert(TABLE, List.of(row(CAR + "\"\\", 5, "m".repeat(201)), row("cam-2", 5, "m".repeat(201))));
        assertThat(query(REFUSED)).hasSize(2);
        var run = begin();
        upsert(run.stage(TABLE), List.of(row(CAR + "\"\\", 5, "m@1"), row("cam-3", 5, "m@1")));
        assertThat(run.publish()).containsExactly(new PublishResult("camera_traffic_1m", 2, 0, 0, 0));
        assertThat(query(REFUSED)).containsExactly("camera_traffic_1m|cam-2|1406");
    }

    private BoundedRun begin() throws Exception {
        return BoundedRun.begin(connection, "job", NOON, NOON.plus(Duration.ofHours(1)), false);
    }

    private static CameraTraffic1m bad(int camera) {
        return row("cam-%04d".formatted(camera), 5, "m".repeat(201));
    }

    private static CameraTraffic1m row(String camera, int vehicles, String model) {
        return new CameraTraffic1m(camera, NOON, (long) vehicles, 0L, 0L, 0L, 0L, 0L, vehicles, 0L, model, 1L, 0, true);
    }
}
