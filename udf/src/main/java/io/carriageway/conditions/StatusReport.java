package io.carriageway.conditions;

import java.util.Comparator;

/**
 * What a report says of whether its accident is on the road, and in which zone.
 *
 * @param partition of its record, as {@code offset}
 */
public record StatusReport(
        String accidentId, String zoneId, boolean active, long reportedAtMillis, int partition, long offset) {

    /** In the order in which they tell: RESOLVED after ACTIVE where both were reported at once. */
    static final Comparator<StatusReport> IN_ORDER = Comparator.comparingLong(StatusReport::reportedAtMillis)
            .thenComparing(StatusReport::active, Comparator.reverseOrder())
            .thenComparingInt(StatusReport::partition)
            .thenComparingLong(StatusReport::offset);
}
