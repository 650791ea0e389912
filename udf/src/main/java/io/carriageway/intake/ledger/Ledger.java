package io.carriageway.intake.ledger;

import io.carriageway.row.EventLedger1m;
import io.carriageway.window.WindowAggregate;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Adds partial ledgers up to one row for each topic and minute of arrival. */
public final class Ledger implements WindowAggregate<String, LedgerPartial, Ledger.Tally, EventLedger1m> {

    /**
     * Number of records by verdict.
     *
     * @param rejectedByReason number of rejected records by reason; the sum is {@code rejected}
     */
    public record Tally(long accepted, long duplicate, long late, long rejected, Map<String, Long> rejectedByReason) {

        static Tally of(long accepted, long duplicate, long late, Map<String, Long> rejectedByReason) {
            return new Tally(accepted, duplicate, late, sum(rejectedByReason), Map.copyOf(rejectedByReason));
        }

        Tally plus(Tally other) {
            return new Tally(
                    accepted + other.accepted,
                    duplicate + other.duplicate,
                    late + other.late,
                    rejected + other.rejected,
                    merged(other));
        }

        private Map<String, Long> merged(Tally other) {
            if (other.rejectedByReason.isEmpty()) {
                return rejectedByReason;
            }
            var both = new HashMap<>(rejectedByReason);
            other.rejectedByReason.forEach((reason, records) -> both.merge(reason, records, Long::sum));
            return both;
        }

        /**
         * The counts by reason as a JSON object, in alphabetical order. Reasons are words of a fixed list that need no
         * escapes.
         */
        String reasons() {
            return new TreeMap<>(rejectedByReason)
                    .entrySet().stream()
                            .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                            .collect(Collectors.joining(",", "{", "}"));
        }

        private static long sum(Map<String, Long> rejectedByReason) {
            return rejectedByReason.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    @Override
    public long timeMillis(LedgerPartial partial) {
        return partial.minuteMillis();
    }

    @Override
    public Tally empty() {
        return Tally.of(0, 0, 0, Map.of());
    }

    @Override
    public Tally add(Tally tally, LedgerPartial partial) {
        return tally.plus(partial.tally());
    }

    @Override
    public EventLedger1m row(String topic, long minuteMillis, Tally t, boolean complete) {
        long received = t.accepted + t.duplicate + t.late + t.rejected;
        return new EventLedger1m(
                topic,
                Instant.ofEpochMilli(minuteMillis),
                received,
                t.accepted,
                t.duplicate,
                t.late,
                t.rejected,
                t.reasons(),
                received,
                0,
                complete);
    }
}
