package io.carriageway.sandbox.demo.totals;

import java.util.Optional;

/**
 * A table that the jobs fill, with the SQL of the numbers that are checked and shown. The SQL runs over all rows.
 *
 * @param open counts rows that a drain must make final
 * @param events counts events
 * @param countsAllOf the topic whose accepted records {@code events} must equal, if any
 * @param finals counts the rows that the dataset must have
 * @param dataset of the lake, if any
 * @param now text of at most 20 columns about the table's current content
 */
public record DemoTable(
        String name,
        String open,
        String events,
        Optional<String> countsAllOf,
        String finals,
        Optional<String> dataset,
        String now) {

    /** A table whose final rows, and no others, are in the dataset of its name. */
    static DemoTable of(String name, String now) {
        return new DemoTable(
                name, "SUM(complete = 0)", "SUM(event_count)", Optional.empty(), "COUNT(*)", Optional.of(name), now);
    }

    DemoTable countingAllOf(String topic) {
        return countingAllOf(topic, events);
    }

    DemoTable countingAllOf(String topic, String otherEvents) {
        return new DemoTable(name, open, otherEvents, Optional.of(topic), finals, dataset, now);
    }

    DemoTable inNoDataset() {
        return new DemoTable(name, open, events, countsAllOf, finals, Optional.empty(), now);
    }

    /** Each event is a row of the dataset. A row that waits for the next event may stay open. */
    DemoTable ofTransitions() {
        return new DemoTable(name, "0", events, countsAllOf, events, dataset, now);
    }

    /** One row: how many rows there are, open, events, finals, now. */
    String query() {
        return "SELECT COUNT(*), COALESCE(%s, 0), COALESCE(%s, 0), COALESCE(%s, 0), %s FROM %s"
                .formatted(open, events, finals, now, name);
    }
}
