package io.carriageway.accident;

/**
 * What one accident adds to a cell. A share of more reports replaces one of fewer.
 *
 * @param reports on the accident, wherever they put it
 * @param here whether its newest report puts it here; else it adds nothing
 * @param vehicles null where they are unknown
 * @param casualties null where they are unknown
 * @param firstSeenMillis when the oldest report was made
 * @param reportedAtMillis when the newest report was made
 * @param latestOccurredAtMillis the latest time at which a report says that it occurred; it decides which reports
 *     follow
 */
public record AccidentContribution(
        HourCell cell,
        String accidentId,
        long reports,
        boolean here,
        Integer vehicles,
        Integer casualties,
        long firstSeenMillis,
        long reportedAtMillis,
        long latestOccurredAtMillis) {}
