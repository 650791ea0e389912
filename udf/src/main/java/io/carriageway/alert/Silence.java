package io.carriageway.alert;

import java.util.ArrayList;
import java.util.List;

/**
 * Raises when a site has had no row for {@code forMillis} after its last one, and clears at the end of the next window
 * with a row. The version of the rule that judged the last row judges the silence after it.
 */
public record Silence(long forMillis) implements Condition {

    private static final long MINUTE_MILLIS = 60_000;
    private static final long MILLI = 1_000;

    @Override
    public String kind() {
        return "silent";
    }

    @Override
    public String metric() {
        return null;
    }

    /** The time without a row, in thousandths of minutes. */
    @Override
    public long thresholdMilli() {
        return forMillis * MILLI / MINUTE_MILLIS;
    }

    @Override
    public Step next(AlertRule rule, RuleState before, SiteRow row) {
        var changes = new ArrayList<AlertChange>();
        var silence = until(rule, before, row.siteId(), row.windowStartMillis());
        changes.addAll(silence.changes());
        var state = silence.state();
        if (state != null && state.isRaised()) {
            if (row.windowStartMillis() < state.raisedAtMillis()) {
                return new Step(
                        state, changes); // a row from before the alert, which arrived after it, as only early rows can
            }
            changes.add(state.clearedAt(rule.endOf(row), rule, row.siteId()));
        }
        return new Step(rule.judges(row) ? new RuleState(0, rule.endOf(row), null, null) : null, changes);
    }

    @Override
    public Step until(AlertRule rule, RuleState before, String siteId, long millis) {
        if (before == null || before.isRaised() || before.endMillis() + forMillis > millis) {
            return new Step(before, List.of());
        }
        var raised = new RuleState(0, before.endMillis(), before.endMillis() + forMillis, null);
        return new Step(raised, List.of(raised.raised(rule, siteId)));
    }
}
