package io.carriageway.conditions;

import java.util.Comparator;

/**
 * Whether an accident was on the road by one report, and in which zone.
 *
 * @param partition partition of the report's record; {@code offset} is its offset
 */
public record StatusReport(
        String accidentId, String zoneId, boolean active, long reportedAtMillis, int partition, long offset) {

    /** The order in which reports apply: RESOLVED after ACTIVE if both have the same time. */
    static final Comparator<StatusReport> IN_ORDER = Comparator.comparingLong(StatusReport::reportedAtMillis)
            .thenComparing(StatusReport::active, Comparator.reverseOrder())
            .thenComparingInt(StatusReport::partition)
            .thenComparingLong(StatusReport::offset);
}
