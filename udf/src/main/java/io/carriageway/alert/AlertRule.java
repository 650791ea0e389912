package io.carriageway.alert;

import java.io.Serializable;
import java.util.Set;

/**
 * One version of a rule. It judges the windows that start in [effectiveFromMillis, endMillis).
 *
 * @param endMillis start of the next version; Long.MAX_VALUE if there is none
 * @param sites ids of the sites that the rule watches; null: every site
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

    /** The key under which this version's state of a site is stored. */
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
