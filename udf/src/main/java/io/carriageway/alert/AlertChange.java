package io.carriageway.alert;

import io.carriageway.event.Alert;
import io.carriageway.row.AlertRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * An alert that was raised or cleared.
 *
 * @param clearedAtMillis null while the alert is raised
 * @param valueMilli the metric in the window that raised it, in thousandths; null for kind silent
 */
public record AlertChange(AlertRule rule, String siteId, long raisedAtMillis, Long clearedAtMillis, Long valueMilli) {

    private static final int ID_DIGITS = 16;

    /** An id that is the same for the same alert in every run. */
    String alertId() {
        var name = String.join(
                "\n",
                rule.table().tableName(),
                rule.id(),
                Integer.toString(rule.version()),
                siteId,
                Long.toString(raisedAtMillis));
        return DigestUtils.sha256Hex(name.getBytes(StandardCharsets.UTF_8)).substring(0, ID_DIGITS);
    }

    AlertRow row() {
        boolean cleared = clearedAtMillis != null;
        return new AlertRow(
                alertId(),
                rule.condition().kind(),
                rule.id(),
                rule.version(),
                rule.table().tableName(),
                rule.condition().metric(),
                siteId,
                Instant.ofEpochMilli(raisedAtMillis),
                cleared ? Instant.ofEpochMilli(clearedAtMillis) : null,
                valueMilli,
                rule.condition().thresholdMilli(),
                cleared ? 2L : 1L,
                0,
                cleared);
    }

    /** The Avro record of a row, for topic alert. */
    public static Alert announcement(AlertRow row, boolean early) {
        return new Alert(
                row.getAlertId(),
                row.getKind(),
                row.getRuleId(),
                row.getRuleVersion(),
                row.getSourceTable(),
                row.getMetric(),
                row.getSiteId(),
                row.getRaisedAt(),
                row.getClearedAt(),
                row.getValueMilli(),
                row.getThresholdMilli(),
                early);
    }
}
