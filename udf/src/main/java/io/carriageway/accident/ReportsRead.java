package io.carriageway.accident;

import io.carriageway.row.Accident;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * Decides which accidents have all their reports among those that a replay has read: all reports made in [from, to),
 * and some before and after. A report can belong to an accident only if it was made within the limit after the accident
 * occurred, by one of the accident's reports. So an accident is complete if it was first reported at least the limit
 * after {@code from}, and occurred, by all its reports, at least the limit before {@code to}.
 *
 * @param to exclusive
 * @param limit time after an accident during which reports on it are accepted
 */
public record ReportsRead(Instant from, Instant to, Duration limit) implements Serializable {

    /** Accidents first reported at this time or later have no report before {@code from}. */
    public Instant beginningsFrom() {
        return from.plus(limit);
    }

    /** Accidents that occurred, by all their reports, before this time have no report after {@code to}. */
    public Instant endsBefore() {
        return to.minus(limit);
    }

    /**
     * Whether the row is based on all reports on its accident. No report names a time after the newest report was made.
     */
    public boolean hasAllOf(Accident row) {
        return hasAll(row.getFirstSeen(), row.getReportedAt());
    }

    /** Whether the row is based on all reports on all its accidents. */
    public boolean hasAllOf(CountedHour hour) {
        return hasAll(
                Instant.ofEpochMilli(hour.firstSeenMillis()), Instant.ofEpochMilli(hour.latestOccurredAtMillis()));
    }

    private boolean hasAll(Instant firstSeen, Instant latestOccurredAt) {
        return !firstSeen.isBefore(beginningsFrom()) && latestOccurredAt.isBefore(endsBefore());
    }
}
