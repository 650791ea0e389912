package io.carriageway.alert;

/**
 * Where a version of a rule stands for one site.
 *
 * @param run successive windows that have confirmed the next change
 * @param endMillis the end of the last window that counted: of the run, or of the last row for silence
 * @param raisedAtMillis since when it is raised; null: it is not
 * @param valueMilli what raised it; null for silence
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
