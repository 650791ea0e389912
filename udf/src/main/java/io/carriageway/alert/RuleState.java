package io.carriageway.alert;

/**
 * The state of one version of a rule for one site.
 *
 * @param run number of successive windows that confirm the next change
 * @param endMillis end of the last window of the run; for kind silent, of the site's last row
 * @param raisedAtMillis time since which the alert is raised; null: it is not
 * @param valueMilli the value that raised it, in thousandths; null for kind silent
 */
public record RuleState(int run, long endMillis, Long raisedAtMillis, Long valueMilli) {

    boolean isRaised() {
        return raisedAtMillis != null;
    }

    AlertChange raised(AlertRule rule, String siteId) {
        return new AlertChange(rule, siteId, raisedAtMillis, null, valueMilli);
    }

    AlertChange clearedAt(long millis, AlertRule rule, String siteId) {
        return new AlertChange(rule, siteId, raisedAtMillis, millis, valueMilli);
    }
}
