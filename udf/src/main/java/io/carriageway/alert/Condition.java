package io.carriageway.alert;

import java.io.Serializable;
import java.util.List;

/** When a rule raises and clears, as pure steps from one row of a site to the next in order of time. */
public sealed interface Condition extends Serializable permits Threshold, Silence {

    /** The state after a step, null where nothing is to be remembered, and the alerts that it raised or cleared. */
    record Step(RuleState state, List<AlertChange> changes) {}

    String kind();

    /** What it compares; null where it compares nothing. */
    String metric();

    long thresholdMilli();

    /** The step to the site's next row. The state is that of this version of the rule, null at first. */
    Step next(AlertRule rule, RuleState before, SiteRow row);

    /** The step to a time up to which all rows have been given. */
    Step until(AlertRule rule, RuleState before, String siteId, long millis);
}
