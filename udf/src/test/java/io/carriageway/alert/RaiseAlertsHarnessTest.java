package io.carriageway.alert;

import static io.carriageway.alert.Watching.MINUTE;
import static io.carriageway.alert.Watching.high;
import static io.carriageway.alert.Watching.row;
import static io.carriageway.alert.Watching.silent;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.row.AlertRow;
import io.carriageway.window.WindowRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class RaiseAlertsHarnessTest {

    private static final long ALLOWED_LATENESS = 25 * MINUTE;
    private static final WindowRule WINDOWS =
            new WindowRule(Duration.ofMinutes(1), Duration.ofMillis(ALLOWED_LATENESS), Duration.ofMinutes(1));
    private static final boolean EARLY = true;
    private static final boolean OF_RECORD = false;

    @Test
    void ofRecordAWindowIsJudgedWhenItIsFinalAndEarlyWhenItEnds() throws Exception {
        try (var record = open(OF_RECORD, high(1));
                var early = open(EARLY, high(1))) {
            for (var alerts : List.of(record, early)) {
                add(alerts, row(0, 60));
                alerts.processWatermark(new Watermark(MINUTE - 2));
                assertThat(told(alerts)).isEmpty();
                alerts.processWatermark(new Watermark(MINUTE - 1));
            }
            assertThat(told(early)).containsExactly("high 1..");
            record.processWatermark(new Watermark(ALLOWED_LATENESS + MINUTE - 2));
            assertThat(told(record)).isEmpty();
            record.processWatermark(new Watermark(ALLOWED_LATENESS + MINUTE - 1));
            assertThat(record.extractOutputValues()).isEqualTo(early.extractOutputValues());
        }
    }

    @Test
    void earlyTheFirstRowOfAWindowIsTheOneThatCounts() throws Exception {
        try (var alerts = open(EARLY, high(1))) {
            add(alerts, row(0, 30), row(0, 60));
            alerts.processWatermark(new Watermark(MINUTE));
            add(alerts, row(0, 60));
            alerts.processWatermark(new Watermark(2 * MINUTE));
            assertThat(told(alerts)).isEmpty();
        }
    }

    @Test
    void earlyAWindowWhoseFirstRowComesLateIsStillJudged() throws Exception {
        try (var alerts = open(EARLY, high(2))) {
            add(alerts, row(0, 60));
            alerts.processWatermark(new Watermark(3 * MINUTE));
            add(alerts, row(1, 60));
            alerts.processWatermark(new Watermark(3 * MINUTE + 1));
            assertThat(told(alerts)).containsExactly("high 2..");
        }
    }

    @Test
    void silenceIsRaisedByTheClockAndClearedByTheNextRow() throws Exception {
        for (boolean early : List.of(EARLY, OF_RECORD)) {
            long lag = early ? 0 : ALLOWED_LATENESS;
            try (var alerts = open(early, silent(5))) {
                add(alerts, row(0, 1));
                alerts.processWatermark(new Watermark(lag + 6 * MINUTE - 2));
                assertThat(told(alerts)).isEmpty();
                alerts.processWatermark(new Watermark(lag + 6 * MINUTE - 1));
                assertThat(told(alerts)).containsExactly("silent 6..");
                add(alerts, row(30 + lag / MINUTE, 1));
                alerts.processWatermark(new Watermark(2 * lag + 31 * MINUTE));
                assertThat(told(alerts)).containsExactly("silent 6..", "silent 6.." + (31 + lag / MINUTE));
            }
        }
    }

    @Test
    void aSiteThatGoesOnIsNotSilent() throws Exception {
        try (var alerts = open(OF_RECORD, silent(2))) {
            for (int minute = 0; minute < 20; minute += 2) {
                add(alerts, row(minute, 1));
                alerts.processWatermark(new Watermark(ALLOWED_LATENESS + minute * MINUTE));
            }
            assertThat(told(alerts)).isEmpty();
        }
    }

    @Test
    void theEndOfInputRaisesNoSilenceButThatBeforeALaterRow() throws Exception {
        try (var alerts = open(OF_RECORD, silent(5))) {
            add(alerts, row(0, 1), row(20, 1));
            alerts.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(told(alerts)).containsExactly("silent 6..", "silent 6..21");
        }
    }

    @Test
    void aRestoreGoesOnWhereTheCheckpointLeftOff() throws Exception {
        try (var before = open(OF_RECORD, high(2), silent(5));
                var after = unopened(OF_RECORD, high(2), silent(5))) {
            add(before, row(0, 60), row(1, 60), row(2, 30));
            before.processWatermark(new Watermark(ALLOWED_LATENESS + MINUTE));
            add(before, row(10, 60));
            after.initializeState(before.snapshot(1, 1));
            after.open();
            add(after, row(11, 60), row(3, 30));
            after.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(told(before)).isEmpty();
            assertThat(told(after)).containsExactly("high 2..", "high 2..4", "silent 9..", "silent 9..11", "high 12..");
        }
    }

    @Test
    void whatIsJudgedIsNotKept() throws Exception {
        try (var alerts = open(OF_RECORD, high(2), silent(5))) {
            for (int minute = 0; minute < 100; minute++) {
                add(alerts, row(minute, minute % 70));
            }
            alerts.processWatermark(new Watermark(ALLOWED_LATENESS + 200 * MINUTE));
            assertThat(alerts.numKeyedStateEntries())
                    .as("where the site stands, and how far it is judged")
                    .isEqualTo(2);
        }
    }

    /** Rows come in any order within the allowed lateness; the clock follows their arrival times. */
    @Property(tries = 100)
    void shuffledStreamingGivesTheAlertsOfTheSortedRows(@ForAll long seed) throws Exception {
        var random = new Random(seed);
        var rules = new AlertRule[] {high(2), silent(5)};
        var rows = new ArrayList<SiteRow>();
        var expected = new ArrayList<String>();
        for (var site : List.of("cam-1", "cam-2")) {
            var own = new ArrayList<SiteRow>();
            for (int minute = 0; minute < 120; minute += random.nextInt(10) == 0 ? random.nextInt(12) + 1 : 1) {
                own.add(row(site, minute, 30 + random.nextInt(35)));
            }
            rows.addAll(own);
            expected.addAll(expected(List.of(rules), site, own));
        }
        assertThat(streamed(rules, rows, random)).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** The alerts by the pure function, with silent alerts up to an hour after the last window. */
    private static List<String> expected(List<AlertRule> rules, String site, List<SiteRow> sorted) {
        var alerts = new SiteAlerts(rules, Map.of());
        var changes = new ArrayList<AlertChange>();
        sorted.forEach(row -> changes.addAll(alerts.next(row)));
        assertThat(changes).isEqualTo(SiteAlerts.of(rules, sorted));
        changes.addAll(alerts.silentUntil(site, 180 * MINUTE));
        return changes.stream()
                .map(change -> site + " " + Watching.told(change))
                .toList();
    }

    private static List<String> streamed(AlertRule[] rules, Collection<SiteRow> rows, Random random) throws Exception {
        record TimedElement(long timeMillis, SiteRow row) {}
        var arrivals = new ArrayList<TimedElement>();
        rows.forEach(row ->
                arrivals.add(new TimedElement(row.windowStartMillis() + random.nextLong(ALLOWED_LATENESS), row)));
        Collections.shuffle(arrivals, random);
        arrivals.sort((a, b) -> Long.compare(a.timeMillis(), b.timeMillis()));
        try (var alerts = open(OF_RECORD, rules)) {
            for (var arrival : arrivals) {
                alerts.processWatermark(new Watermark(arrival.timeMillis()));
                add(alerts, arrival.row());
            }
            alerts.processWatermark(new Watermark(ALLOWED_LATENESS + 180 * MINUTE));
            alerts.processWatermark(Watermark.MAX_WATERMARK);
            return alerts.extractOutputValues().stream()
                    .map(row -> row.getSiteId() + " " + told(row))
                    .toList();
        }
    }

    private static List<String> told(KeyedOneInputStreamOperatorTestHarness<String, SiteRow, AlertRow> alerts) {
        return alerts.extractOutputValues().stream()
                .map(RaiseAlertsHarnessTest::told)
                .toList();
    }

    private static String told(AlertRow row) {
        var cleared = row.getClearedAt();
        return Watching.told(
                row.getRuleId(), row.getRaisedAt().toEpochMilli(), cleared == null ? null : cleared.toEpochMilli());
    }

    private static void add(KeyedOneInputStreamOperatorTestHarness<String, SiteRow, AlertRow> alerts, SiteRow... rows)
            throws Exception {
        for (var row : rows) {
            alerts.processElement(new StreamRecord<>(row));
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, SiteRow, AlertRow> open(
            boolean early, AlertRule... rules) throws Exception {
        var harness = unopened(early, rules);
        harness.open();
        return harness;
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, SiteRow, AlertRow> unopened(
            boolean early, AlertRule... rules) throws Exception {
        var function = new RaiseAlerts(List.of(rules), new AlertClock(WINDOWS, early));
        var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(function), SiteRow::siteId, Types.STRING);
        harness.setup();
        return harness;
    }
}
