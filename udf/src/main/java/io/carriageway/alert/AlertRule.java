package io.carriageway.alert;

import java.io.Serializable;
import java.util.Set;

/**
 * One version of a rule. It judges the windows that start in [effectiveFromMillis, endMillis).
 *
 * @param endMillis when the next version takes over; Long.MAX_VALUE where there is none
 * @param sites the sites that it watches; null: every site
 */
public record AlertRule(
        String id,
        int version,
        AlertTable table,
        Condition condition,
        Set<String> sites,
        long effectiveFromMillis,
        long endMillis)
        implements Serializable {

    /** The name under which a site's state of this version is kept. */
    String key() {
        return id + "/" + version;
    }

    boolean judges(SiteRow row) {
        return row.windowStartMillis() >= effectiveFromMillis
                && !isOverAt(row.windowStartMillis())
                && (sites == null || sites.contains(row.siteId()));
    }

    boolean isOverAt(long millis) {
        return millis >= endMillis;
    }

    long endOf(SiteRow row) {
        return row.windowStartMillis() + table.windowMillis();
    }

    AlertRule until(long end) {
        return new AlertRule(id, version, table, condition, sites, effectiveFromMillis, end);
    }
}
