package io.carriageway.sandbox.demo.totals;

/**
 * A simulated topic at one moment, by the broker and by the ledger.
 *
 * @param records in the topic
 */
public record TopicState(String topic, long records, LedgerSum ledger) {

    String line() {
        return "ledger_%s=%d,%d,%d,%d,%d"
                .formatted(
                        topic,
                        ledger.received(),
                        ledger.accepted(),
                        ledger.duplicate(),
                        ledger.late(),
                        ledger.rejected());
    }

    /** Its disagreements with the ledger and the lake after the drain. */
    void check(Faults faults, LakeContents lake) {
        if (!ledger.balanced()) {
            faults.add("a minute of the ledger of " + topic + " does not add up");
        }
        faults.compare("received of " + topic, ledger.received(), "records in the topic", records);
        faults.compare(
                "rows of lake/" + dataset(),
                lake.rows(dataset()),
                "accepted + late of " + topic,
                ledger.accepted() + ledger.late());
    }

    private String dataset() {
        return Topics.dataset(topic);
    }
}
