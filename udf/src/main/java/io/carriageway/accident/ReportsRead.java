package io.carriageway.accident;

import io.carriageway.row.Accident;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * Which accidents are known whole where only some reports were read: all that were made in a time, and some before and
 * after it. A report is on the accident before it if one of that accident's reports says that it occurred within the
 * limit before the report was made. So one that was not read can be on none that was first reported a limit after the
 * time began, and on none that occurred, by all its reports, a limit before the time ends.
 *
 * @param to exclusive
 * @param limit how long after an accident reports on it are taken
 */
public record ReportsRead(Instant from, Instant to, Duration limit) implements Serializable {

    /** An accident that was first reported then or later has no report from before. */
    public Instant beginningsFrom() {
        return from.plus(limit);
    }

    /** An accident that occurred, by all its reports, before this has no report from after. */
    public Instant endsBefore() {
        return to.minus(limit);
    }

    /** Whether the row is that of all reports on its accident, none of which names a time after the newest was made. */
    public boolean hasAllOf(Accident row) {
        return hasAll(row.getFirstSeen(), row.getReportedAt());
    }

    /** Whether the row is that of all reports on all its accidents. */
    public boolean hasAllOf(CountedHour hour) {
        return hasAll(
                Instant.ofEpochMilli(hour.firstSeenMillis()), Instant.ofEpochMilli(hour.latestOccurredAtMillis()));
    }

    private boolean hasAll(Instant firstSeen, Instant latestOccurredAt) {
        return !firstSeen.isBefore(beginningsFrom()) && latestOccurredAt.isBefore(endsBefore());
    }
}
