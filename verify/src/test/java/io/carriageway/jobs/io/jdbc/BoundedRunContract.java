package io.carriageway.jobs.io.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.carriageway.jobs.io.jdbc.publish.AbandonedRuns;
import io.carriageway.jobs.io.jdbc.publish.BoundedRun;
import io.carriageway.jobs.io.jdbc.publish.PublishResult;
import io.carriageway.jobs.io.jdbc.upsert.UpsertTable;
import io.carriageway.row.CameraTraffic1m;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests bounded runs against a database. Rows are those of camera traffic; a row's frames are its content. */
abstract class BoundedRunContract extends DatabaseContract {

    private static final Instant END = NOON.plus(Duration.ofHours(1));
    private static final String ROWS =
            "SELECT camera_id, MINUTE(window_start), frames, revision FROM camera_traffic_1m ORDER BY 1, 2";
    private static final String STAGING =
            "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                    + " AND table_name LIKE '%\\_\\_run\\_%'";

    /** Of runs that begin at once on an empty table, one deadlocks sometimes: in a hundred rounds almost always. */
    private static final int ROUNDS = 100;

    @BeforeEach
    void forgetRuns() throws Exception {
        for (var table : query(STAGING)) {
            execute("DROP TABLE " + table);
        }
        execute("DELETE FROM run_table");
        execute("DELETE FROM run");
        execute("DELETE FROM correction");
    }

    @Test
    void aPlainRunAddsReplacesAndKeepsRowsUnderTheGuard() throws Exception {
        upsert(TABLE, List.of(row("fewer", 0, 2), row("same", 0, 5), row("more", 0, 9)));
        var run = begin(false);
        fill(run.stage(TABLE), row("fewer", 0, 3), row("same", 0, 5), row("more", 0, 8), row("new", 0, 1));
        assertThat(run.publish()).containsExactly(new PublishResult("camera_traffic_1m", 1, 1, 2, 0));
        assertThat(query(ROWS)).containsExactly("fewer|0|3|0", "more|0|9|0", "new|0|1|0", "same|0|5|0");
        assertThat(query("SELECT * FROM correction")).isEmpty();
        assertThat(query(STAGING)).isEmpty();
    }

    @Test
    void aRunThatIsNotPublishedLeavesTheTableAsItWas() throws Exception {
        upsert(TABLE, List.of(row("a", 0, 2)));
        var killed = begin(true);
        fill(killed.stage(TABLE), row("a", 0, 1, killed.revision()), row("b", 0, 1, killed.revision()));
        assertThat(query(ROWS)).containsExactly("a|0|2|0");
        killed.abandon();
        assertThat(query(ROWS)).containsExactly("a|0|2|0");
        assertThat(query(STAGING)).isEmpty();
        assertThat(query("SELECT state FROM run")).containsExactly("failed");
        assertThatIllegalStateException().isThrownBy(killed::publish).withMessageContaining("failed");
    }

    @Test
    void aRevisionLowersAndRemovesRowsOfItsRangeAndSaysSo() throws Exception {
        var outside = new CameraTraffic1m("gone", END, 4L, 0L, 0L, 0L, 0L, 0L, 0, 0L, "m@1", 4L, 0, true);
        upsert(TABLE, List.of(row("gone", 7, 6), row("lower", 0, 9), row("same", 0, 5), outside));
        var run = begin(true);
        fill(run.stage(TABLE), row("lower", 0, 8, 1), row("same", 0, 5, 1), row("new", 0, 2, 1));
        assertThat(run.publish()).containsExactly(new PublishResult("camera_traffic_1m", 1, 1, 1, 1));
        assertThat(query(ROWS)).containsExactly("gone|0|4|0", "lower|0|8|1", "new|0|2|1", "same|0|5|1");
        assertThat(query("SELECT revision, table_name, JSON_VALUE(row_key, '$.camera_id'),"
                        + " JSON_VALUE(row_key, '$.window_start'), JSON_VALUE(old_row, '$.frames'),"
                        + " JSON_VALUE(new_row, '$.frames') FROM correction ORDER BY row_key"))
                .containsExactly(
                        "1|camera_traffic_1m|gone|2026-03-01 12:07:00.000|6|null",
                        "1|camera_traffic_1m|lower|2026-03-01 12:00:00.000|9|8",
                        "1|camera_traffic_1m|new|2026-03-01 12:00:00.000|null|2");
    }

    @Test
    void aCorrectionIsShownByColumn() throws Exception {
        upsert(
                TABLE,
                List.of(
                        row("gone", 7, 6),
                        row("lower", 0, 9),
                        new CameraTraffic1m("other-model", NOON, 1L, 0L, 0L, 0L, 0L, 0L, 0, 0L, "m@0", 1L, 0, true)));
        publish(begin(true), row("lower", 0, 8, 1), row("new", 0, 2, 1), row("other-model", 0, 1, 1));
        var columns = "SELECT kind, column_name, old_value, new_value, job, CAST(range_from AS CHAR), revision"
                + " FROM v_correction WHERE JSON_VALUE(row_key, '$.camera_id') = '%s' ORDER BY column_name";
        var run = "io.carriageway.jobs.camera.CameraJob|2026-03-01 12:00:00.000|1";
        assertThat(query(columns.formatted("lower")))
                .containsExactly("replaced|event_count|9|8|" + run, "replaced|frames|9|8|" + run);
        assertThat(query(columns.formatted("other-model"))).containsExactly("replaced|model_id|m@0|m@1|" + run);
        assertThat(query(columns.formatted("new"))).hasSize(11).contains("added|frames|null|2|" + run);
        assertThat(query(columns.formatted("gone"))).hasSize(11).contains("removed|model_id|m@1|null|" + run);
    }

    @Test
    void runsThatNobodyPublishedAreGivenUpWhenTheyAreOld() throws Exception {
        var old = begin(true);
        fill(old.stage(TABLE), row("a", 0, 5, 1));
        execute("UPDATE run SET begun_at = begun_at - INTERVAL 25 HOUR");
        var young = begin(true);
        fill(young.stage(TABLE), row("b", 0, 5, 2));
        assertThat(AbandonedRuns.drop(connection, Duration.ofHours(24))).isEqualTo(1);
        assertThat(AbandonedRuns.drop(connection, Duration.ofHours(24))).isZero();
        assertThatIllegalStateException().isThrownBy(old::publish).withMessageContaining("failed");
        assertThat(young.publish()).hasSize(1);
        assertThat(query("SELECT state FROM run ORDER BY run_id")).containsExactly("failed", "published");
        assertThat(query(ROWS)).containsExactly("b|0|5|2");
    }

    @Test
    void whatARevisionRemovedDoesNotComeBackByAPlainRunOrAnOlderOne() throws Exception {
        upsert(TABLE, List.of(row("gone", 7, 6), row("lower", 0, 9)));
        var plain = begin(false);
        fill(plain.stage(TABLE), row("gone", 7, 6), row("lower", 0, 9));
        var older = begin(true);
        fill(older.stage(TABLE), row("gone", 7, 7, 1), row("lower", 0, 9, 1));
        publish(begin(true), row("lower", 0, 8, 2));
        assertThat(older.publish()).containsExactly(new PublishResult("camera_traffic_1m", 0, 0, 2, 0));
        assertThat(plain.publish()).containsExactly(new PublishResult("camera_traffic_1m", 0, 0, 2, 0));
        assertThat(query(ROWS)).containsExactly("lower|0|8|2");
    }

    @Test
    void twoRevisionsOfRangesThatOverlapEndEqualInBothOrders() throws Exception {
        assertThat(bothRevisions(List.of(0, 1))).isEqualTo(bothRevisions(List.of(1, 0)));
    }

    /** The first is of the whole hour, the second of its first half. */
    private List<String> bothRevisions(List<Integer> order) throws Exception {
        forgetRuns();
        execute("DELETE FROM camera_traffic_1m");
        upsert(TABLE, List.of(row("a", 10, 5), row("b", 10, 5), row("c", 10, 5), row("c", 11, 5), row("c", 50, 5)));
        var hour = begin(true);
        fill(hour.stage(TABLE), row("a", 10, 4, 1), row("c", 10, 4, 1), row("c", 40, 4, 1));
        var half = BoundedRun.begin(connection, "job", NOON, NOON.plus(Duration.ofMinutes(30)), true);
        fill(half.stage(TABLE), row("c", 12, 3, 2));
        var runs = List.of(hour, half);
        for (var index : order) {
            runs.get(index).publish();
        }
        assertThat(query(ROWS)).containsExactly("c|12|3|2", "c|40|4|1");
        return query(ROWS);
    }

    @Test
    void publishingTwiceIsTheSame() throws Exception {
        var run = begin(true);
        fill(run.stage(TABLE), row("a", 0, 5, 1));
        var changes = run.publish();
        assertThat(run.publish()).isEqualTo(changes);
        run.abandon();
        assertThat(query("SELECT state FROM run")).containsExactly("published");
        assertThat(query(ROWS)).containsExactly("a|0|5|1");
    }

    @Test
    void runsThatBeginAtOnceHaveRevisionsOfTheirOwn() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            execute("DELETE FROM run");
            var revisions = atOnce(8, () -> begin(true).revision());
            assertThat(revisions).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
        }
        assertThat(begin(false).revision()).isZero();
    }

    @Test
    void runsThatPublishAtOnceEndAsOneAfterTheOther() throws Exception {
        var runs = new ArrayList<BoundedRun>();
        for (int revision = 1; revision <= 6; revision++) {
            var run = begin(true);
            fill(run.stage(TABLE), row("all", 0, 9 - revision, revision), row("of-" + revision, 0, 1, revision));
            runs.add(run);
        }
        var next = runs.iterator();
        var changes = atOnce(6, () -> {
            BoundedRun run;
            synchronized (runs) {
                run = next.next();
            }
            return run.publish();
        });
        assertThat(changes).hasSize(6);
        assertThat(query(ROWS)).containsExactly("all|0|3|6", "of-6|0|1|6");
    }

    @Test
    void aRowOfAnotherRevisionOrRangeIsNotPublished() throws Exception {
        var run = begin(true);
        fill(run.stage(TABLE), row("a", 0, 5, 0), row("b", 0, 5, 1));
        assertThatIllegalStateException()
                .isThrownBy(run::publish)
                .withMessageContaining(
                        "has 1 rows that are not of revision 1 and of 2026-03-01T12:00 to 2026-03-01T13:00");
        assertThat(query(ROWS)).isEmpty();
    }

    private BoundedRun begin(boolean revises) throws Exception {
        return BoundedRun.begin(connection, "io.carriageway.jobs.camera.CameraJob", NOON, END, revises);
    }

    private void publish(BoundedRun run, CameraTraffic1m... rows) throws Exception {
        fill(run.stage(TABLE), rows);
        assertThat(run.publish()).hasSize(1);
    }

    private void fill(UpsertTable<CameraTraffic1m> staging, CameraTraffic1m... rows) throws Exception {
        upsert(staging, List.of(rows));
        upsert(staging, List.of(rows));
    }

    private static CameraTraffic1m row(String camera, int minute, long frames) {
        return row(camera, minute, frames, 0);
    }

    private static CameraTraffic1m row(String camera, int minute, long frames, int revision) {
        var start = NOON.plus(Duration.ofMinutes(minute));
        return new CameraTraffic1m(camera, start, frames, 0L, 0L, 0L, 0L, 0L, 0, 0L, "m@1", frames, revision, true);
    }

    private static <T> List<T> atOnce(int times, Callable<T> task) throws Exception {
        var threads = Executors.newFixedThreadPool(times);
        try {
            var results = new ArrayList<T>();
            for (Future<T> result : threads.invokeAll(Collections.nCopies(times, task))) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
