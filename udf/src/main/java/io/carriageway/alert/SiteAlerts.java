package io.carriageway.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Applies all rules to the rows of one site. Rows must come in order of their windows. The alerts depend on nothing
 * else.
 */
public final class SiteAlerts {

    private final List<AlertRule> rules;
    private final Map<String, RuleState> states;

    /** Continues from the states that {@link #states} returned; empty at first. */
    SiteAlerts(List<AlertRule> rules, Map<String, RuleState> states) {
        this.rules = rules;
        this.states = new HashMap<>(states);
    }

    /** The alerts that follow from these rows of one site alone: of silent alerts, only those before a later row. */
    public static List<AlertChange> of(List<AlertRule> rules, Collection<SiteRow> rows) {
        var alerts = new SiteAlerts(rules, Map.of());
        return rows.stream()
                .sorted(Comparator.comparingLong(SiteRow::windowStartMillis))
                .flatMap(row -> alerts.next(row).stream())
                .toList();
    }

    List<AlertChange> next(SiteRow row) {
        return step(rule -> rule.condition().next(rule, states.get(rule.key()), row));
    }

    /** The alerts that follow if the site has no more rows than were given in windows up to {@code millis}. */
    List<AlertChange> silentUntil(String siteId, long millis) {
        return step(rule -> rule.condition().until(rule, states.get(rule.key()), siteId, millis));
    }

    private List<AlertChange> step(Function<AlertRule, Condition.Step> stepOf) {
        var changes = new ArrayList<AlertChange>();
        for (var rule : rules) {
            var step = stepOf.apply(rule);
            if (step.state() == null) {
                states.remove(rule.key());
            } else {
                states.put(rule.key(), step.state());
            }
            changes.addAll(step.changes());
        }
        return changes;
    }

    Map<String, RuleState> states() {
        return states;
    }
}
