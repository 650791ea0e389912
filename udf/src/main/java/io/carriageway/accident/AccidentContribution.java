package io.carriageway.accident;

/**
 * What one accident adds to a cell of zone, hour and severity. A contribution based on more reports replaces one based
 * on fewer.
 *
 * @param reports number of reports on the accident, wherever they put it
 * @param here whether the newest report puts the accident in this cell; otherwise it adds nothing
 * @param vehicles null if unknown
 * @param casualties null if unknown
 * @param firstSeenMillis time of the oldest report
 * @param reportedAtMillis time of the newest report
 * @param latestOccurredAtMillis latest time of the accident in any report; it decides until when reports can follow
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
