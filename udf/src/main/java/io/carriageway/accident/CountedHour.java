package io.carriageway.accident;

import io.carriageway.row.Accident1h;
import java.util.Collection;

/**
 * A row of accident_1h with two times. A replay that reads only some reports uses them to decide whether it has every
 * report on the row's accidents.
 *
 * @param firstSeenMillis time of the oldest report on one of its accidents
 * @param latestOccurredAtMillis latest time at which, by any report, one of its accidents occurred
 */
public record CountedHour(Accident1h row, long firstSeenMillis, long latestOccurredAtMillis) {

    static CountedHour of(Accident1h row, Collection<AccidentContribution> contributions) {
        return new CountedHour(
                row,
                contributions.stream()
                        .mapToLong(AccidentContribution::firstSeenMillis)
                        .min()
                        .orElseThrow(),
                contributions.stream()
                        .mapToLong(AccidentContribution::latestOccurredAtMillis)
                        .max()
                        .orElseThrow());
    }
}
