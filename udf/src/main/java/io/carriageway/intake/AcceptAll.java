package io.carriageway.intake;

import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Accepts every event of a step after intake, and adds its line to the ledger. Used where no later step can reject an
 * event.
 */
public final class AcceptAll<E> extends ProcessFunction<ReceivedEvent<E>, ReceivedEvent<E>> {

    private final OutputTag<LedgerEntry> ledger;

    public AcceptAll(OutputTag<LedgerEntry> ledger) {
        this.ledger = ledger;
    }

    @Override
    public void processElement(ReceivedEvent<E> received, Context context, Collector<ReceivedEvent<E>> out) {
        context.output(ledger, LedgerEntry.accepted(received.origin()));
        out.collect(received);
    }
}
