package io.carriageway.sandbox.demo.totals;

/**
 * A table at one moment.
 *
 * @param open rows that a drain must make final
 * @param events that it counts
 * @param finals rows that its dataset must have
 * @param now its content in a few words; empty if it has no row
 */
public record TableState(DemoTable table, long rows, long open, long events, long finals, String now) {

    String line() {
        return "rows_%s=%d".formatted(table.name(), rows);
    }

    /** Its disagreements with the ledgers of the topics and with the lake after the drain. */
    void check(Faults faults, StoreTotals totals, LakeContents lake) {
        if (rows == 0) {
            faults.add(table.name() + " has no row");
        }
        if (open > 0) {
            faults.add(open + " rows of " + table.name() + " are not final");
        }
        table.countsAllOf()
                .ifPresent(topic -> faults.compare(
                        "events in " + table.name(),
                        events,
                        "accepted of " + topic,
                        totals.topic(topic).ledger().accepted()));
        table.dataset()
                .ifPresent(dataset -> faults.compare(
                        "rows of lake/" + dataset, lake.rows(dataset), "final in " + table.name(), finals));
    }
}
