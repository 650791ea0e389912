package io.carriageway.alert;

import static io.carriageway.alert.Watching.MINUTE;
import static io.carriageway.alert.Watching.between;
import static io.carriageway.alert.Watching.high;
import static io.carriageway.alert.Watching.only;
import static io.carriageway.alert.Watching.row;
import static io.carriageway.alert.Watching.rowWithoutMetric;
import static io.carriageway.alert.Watching.silent;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.alert.Threshold.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SiteAlertsTest {

    @Test
    void anAlertIsRaisedAndClearedAtTheEndOfTheLastWindowOfEachRun() {
        var changes = SiteAlerts.of(
                List.of(high(2)), List.of(row(0, 51), row(1, 60), row(2, 99), row(3, 40), row(4, 39), row(5, 51)));
        assertThat(changes).extracting(Watching::told).containsExactly("high 2..", "high 2..5");
        assertThat(changes)
                .extracting(AlertChange::valueMilli)
                .as("of the window that raised")
                .containsOnly(60_000L);
    }

    @Test
    void theThresholdItselfDoesNotRaiseAndTheClearingValueClears() {
        assertThat(told(high(1), row(0, 50))).isEmpty();
        assertThat(told(high(1), row(0, 51), row(1, 41))).containsExactly("high 1..");
        assertThat(told(high(1), row(0, 51), row(1, 40))).containsExactly("high 1..", "high 1..2");
    }

    @Test
    void belowIsTheMirrorOfAbove() {
        var low = Watching.always("low", new Threshold(Watching.METRIC, Side.BELOW, 10_000, 15_000, 1));
        assertThat(told(low, row(0, 10), row(1, 9), row(2, 14), row(3, 15))).containsExactly("low 2..", "low 2..4");
    }

    @Test
    void aWindowThatIsMissingOrLacksTheMetricBreaksARunAndLeavesARaisedAlert() {
        assertThat(told(high(2), row(0, 60), row(2, 60))).isEmpty();
        assertThat(told(high(2), row(0, 60), rowWithoutMetric(1), row(2, 60))).isEmpty();
        assertThat(told(high(2), row(0, 60), row(1, 60), row(2, 30), row(4, 30), rowWithoutMetric(5), row(6, 30)))
                .containsExactly("high 2..");
    }

    @Test
    void anAlertMayBeRaisedAgain() {
        assertThat(told(high(1), row(0, 60), row(1, 30), row(2, 60)))
                .containsExactly("high 1..", "high 1..2", "high 3..");
    }

    @Test
    void aVersionThatEndsIsClearedByTheNextRowAndHandsNothingOn() {
        var versions = List.of(between(high(2), 1, 0, 10), between(high(2), 2, 10, 99));
        assertThat(SiteAlerts.of(versions, List.of(row(7, 60), row(8, 60), row(12, 60), row(13, 60))))
                .extracting(Watching::told)
                .containsExactly("high 9..", "high 9..10", "high 14..");
        assertThat(SiteAlerts.of(versions, List.of(row(9, 60), row(10, 60)))).isEmpty();
    }

    @Test
    void aRuleWatchesItsSitesAndFromItsBeginning() {
        assertThat(told(only(high(1), "cam-2"), row(0, 60))).isEmpty();
        assertThat(told(only(high(1), "cam-1"), row(0, 60))).containsExactly("high 1..");
        assertThat(told(between(high(1), 1, 5, 99), row(4, 60), row(5, 60))).containsExactly("high 6..");
    }

    @Test
    void silenceIsRaisedWhenItHasLastedAndClearedByTheEndOfTheNextRow() {
        assertThat(told(silent(5), row(0, 1), row(5, 1))).isEmpty();
        assertThat(told(silent(5), row(0, 1), row(6, 1))).containsExactly("silent 6..", "silent 6..7");
        assertThat(told(silent(5), row(0, 1), rowWithoutMetric(5), row(10, 1)))
                .as("a row without the metric is a row")
                .isEmpty();
    }

    @Test
    void theVersionOfTheLastRowJudgesTheSilenceAfterIt() {
        var versions = List.of(between(silent(5), 1, 0, 3), between(silent(2), 2, 3, 99));
        assertThat(SiteAlerts.of(versions, List.of(row(2, 1), row(7, 1), row(10, 1))))
                .extracting(change -> change.rule().version() + " " + Watching.told(change))
                .containsExactly("2 silent 10..", "2 silent 10..11");
        assertThat(SiteAlerts.of(versions, List.of(row(2, 1), row(8, 1))))
                .extracting(change -> change.rule().version() + " " + Watching.told(change))
                .containsExactly("1 silent 8..", "1 silent 8..9");
    }

    @Test
    void ofASiteThatIsNotHeardOfAnyMoreOnlyTheClockTellsSilence() {
        var alerts = new SiteAlerts(List.of(silent(5)), Map.of());
        assertThat(alerts.next(row(0, 1))).isEmpty();
        assertThat(alerts.silentUntil("cam-1", 6 * MINUTE - 1)).isEmpty();
        assertThat(alerts.silentUntil("cam-1", 6 * MINUTE))
                .extracting(Watching::told)
                .containsExactly("silent 6..");
        assertThat(alerts.silentUntil("cam-1", 60 * MINUTE)).as("told once").isEmpty();
        assertThat(alerts.next(row(70, 1))).extracting(Watching::told).containsExactly("silent 6..71");
    }

    @Test
    void aRowThatComesAfterItsSilenceWasToldChangesNothing() {
        var alerts = new SiteAlerts(List.of(silent(5)), Map.of());
        assertThat(alerts.next(row(0, 1))).isEmpty();
        assertThat(alerts.silentUntil("cam-1", 6 * MINUTE)).hasSize(1);
        assertThat(alerts.next(row(5, 1))).isEmpty();
        assertThat(alerts.next(row(6, 1))).extracting(Watching::told).containsExactly("silent 6..7");
    }

    @Test
    void anAlertHasTheSameIdWheneverItIsJudgedAndNoOtherHasIt() {
        var raised = new AlertChange(high(1), "cam-1", 60_000, null, 51_000L);
        // sha256 of camera_traffic_1m, high, 1, cam-1 and 60000, each on its line
        assertThat(raised.alertId()).isEqualTo("3795842e8bc0aff8");
        assertThat(new AlertChange(high(1), "cam-1", 60_000, 120_000L, 51_000L).alertId())
                .isEqualTo(raised.alertId());
        assertThat(new AlertChange(high(1), "cam-2", 60_000, null, 51_000L).alertId())
                .isNotEqualTo(raised.alertId());
    }

    @Test
    void theRowOfAnAlertThatIsClearedReplacesTheOneThatIsRaised() {
        var raised = new AlertChange(high(1), "cam-1", 60_000, null, 51_000L).row();
        var cleared = new AlertChange(high(1), "cam-1", 60_000, 120_000L, 51_000L).row();
        assertThat(raised.getEventCount()).isEqualTo(1);
        assertThat(cleared.getEventCount()).isEqualTo(2);
        assertThat(raised.getComplete()).isFalse();
        assertThat(cleared.getComplete()).isTrue();
        assertThat(AlertChange.announcement(raised, true).getEarly()).isTrue();
    }

    /** The order of the rows does not matter. An alert raised at the end of its version is cleared at once. */
    @Property(tries = 200)
    void anyOrderOfTheRowsGivesTheSameAlerts(@ForAll long seed) {
        var random = new Random(seed);
        var rows = new ArrayList<SiteRow>();
        for (int minute = 0; minute < 200; minute += random.nextInt(10) == 0 ? random.nextInt(12) + 1 : 1) {
            rows.add(random.nextInt(15) == 0 ? rowWithoutMetric(minute) : row(minute, 30 + random.nextInt(35)));
        }
        var rules = List.of(between(high(2), 1, 0, 100), between(high(1), 2, 100, 999), silent(5));
        var changes = SiteAlerts.of(rules, rows);
        assertThat(changes).isNotEmpty();
        assertThat(changes).allSatisfy(change -> assertThat(
                        change.clearedAtMillis() == null || change.clearedAtMillis() >= change.raisedAtMillis())
                .isTrue());
        Collections.shuffle(rows, random);
        assertThat(SiteAlerts.of(rules, rows)).isEqualTo(changes);
    }

    private static List<String> told(AlertRule rule, SiteRow... rows) {
        return SiteAlerts.of(List.of(rule), List.of(rows)).stream()
                .map(Watching::told)
                .toList();
    }
}
