package io.carriageway.alert;

import java.io.Serializable;
import java.util.List;

/** The condition of a rule, as pure functions that step from one row of a site to the next in order of time. */
public sealed interface Condition extends Serializable permits Threshold, Silence {

    /** The state after a step (null if there is none to store) and the alerts raised or cleared by it. */
    record Step(RuleState state, List<AlertChange> changes) {}

    String kind();

    /** The metric that it compares; null if it compares none. */
    String metric();

    long thresholdMilli();

    /** Steps to the site's next row. {@code before} is the state of this version of the rule, null at first. */
    Step next(AlertRule rule, RuleState before, SiteRow row);

    /** Steps to a time up to which all rows have been given. */
    Step until(AlertRule rule, RuleState before, String siteId, long millis);
}
