package io.carriageway.alert;

import java.util.List;

/**
 * Raises when a metric has been beyond the threshold for {@code windows} successive windows. Clears when it has been at
 * the clearing value or behind it for as many. A window without a value interrupts a run and changes no alert.
 *
 * @param windows number of successive windows
 */
public record Threshold(String metric, Side side, long thresholdMilli, long clearMilli, int windows)
        implements Condition {

    /** The side of the threshold on which a value raises an alert. */
    public enum Side {
        ABOVE,
        BELOW;

        /** Whether the value is beyond the bound; an equal one is not. */
        boolean isBeyond(long milli, long boundMilli) {
            return this == ABOVE ? milli > boundMilli : milli < boundMilli;
        }
    }

    private static final RuleState CALM = new RuleState(0, 0, null, null);

    @Override
    public String kind() {
        return "threshold";
    }

    @Override
    public Step next(AlertRule rule, RuleState before, SiteRow row) {
        if (rule.isOverAt(row.windowStartMillis())) {
            return over(rule, before, row.siteId());
        }
        if (!rule.judges(row)) {
            return new Step(before, List.of());
        }
        var state = before == null ? CALM : before;
        var value = row.milliByMetric().get(metric);
        if (value == null || !confirms(state, value)) {
            return new Step(withRun(state, 0, 0), List.of());
        }
        boolean successive = state.run() > 0 && state.endMillis() == row.windowStartMillis();
        var longer = withRun(state, successive ? state.run() + 1 : 1, rule.endOf(row));
        return longer.run() < windows ? new Step(longer, List.of()) : change(rule, longer, row.siteId(), value);
    }

    /** Whether the value counts for the next change: for raising, or for clearing if the alert is raised. */
    private boolean confirms(RuleState state, long milli) {
        return state.isRaised() ? !side.isBeyond(milli, clearMilli) : side.isBeyond(milli, thresholdMilli);
    }

    private static RuleState withRun(RuleState state, int run, long endMillis) {
        return new RuleState(run, endMillis, state.raisedAtMillis(), state.valueMilli());
    }

    private static Step change(AlertRule rule, RuleState state, String siteId, long value) {
        if (state.isRaised()) {
            return new Step(CALM, List.of(state.clearedAt(state.endMillis(), rule, siteId)));
        }
        var raised = new RuleState(0, 0, state.endMillis(), value);
        return new Step(raised, List.of(raised.raised(rule, siteId)));
    }

    private static Step over(AlertRule rule, RuleState before, String siteId) {
        boolean raised = before != null && before.isRaised();
        return new Step(null, raised ? List.of(before.clearedAt(rule.endMillis(), rule, siteId)) : List.of());
    }

    @Override
    public Step until(AlertRule rule, RuleState before, String siteId, long millis) {
        return new Step(before, List.of());
    }
}
