package io.carriageway.alert;

import io.carriageway.alert.Threshold.Side;
import java.util.Map;
import java.util.Set;

/** Rules and rows of the tests. Minutes count from the epoch. */
final class Watching {

    static final long MINUTE = 60_000;
    static final String METRIC = "vehicles_per_frame";

    private Watching() {}

    /** Raises above 50 and clears at 40, each after that many minutes. */
    static AlertRule high(int windows) {
        return always("high", new Threshold(METRIC, Side.ABOVE, 50_000, 40_000, windows));
    }

    static AlertRule silent(int minutes) {
        return always("silent", new Silence(minutes * MINUTE));
    }

    static AlertRule always(String id, Condition condition) {
        return new AlertRule(id, 1, AlertTable.CAMERA_TRAFFIC_1M, condition, null, 0, Long.MAX_VALUE);
    }

    static AlertRule between(AlertRule rule, int version, long fromMinute, long toMinute) {
        return new AlertRule(
                rule.id(),
                version,
                rule.table(),
                rule.condition(),
                rule.sites(),
                fromMinute * MINUTE,
                toMinute * MINUTE);
    }

    static AlertRule only(AlertRule rule, String... sites) {
        return new AlertRule(
                rule.id(),
                rule.version(),
                rule.table(),
                rule.condition(),
                Set.of(sites),
                rule.effectiveFromMillis(),
                rule.endMillis());
    }

    /** The final row of a minute. */
    static SiteRow row(long minute, long vehicles) {
        return row("cam-1", minute, vehicles);
    }

    static SiteRow row(String site, long minute, long vehicles) {
        return new SiteRow(site, minute * MINUTE, true, Map.of(METRIC, vehicles * 1_000));
    }

    static SiteRow rowWithoutMetric(long minute) {
        return new SiteRow("cam-1", minute * MINUTE, true, Map.of());
    }

    /** raised..cleared in minutes, or raised.. while it is raised. */
    static String told(AlertChange change) {
        return told(change.rule().id(), change.raisedAtMillis(), change.clearedAtMillis());
    }

    static String told(String rule, long raisedAtMillis, Long clearedAtMillis) {
        return "%s %d..%s"
                .formatted(rule, raisedAtMillis / MINUTE, clearedAtMillis == null ? "" : clearedAtMillis / MINUTE);
    }
}
