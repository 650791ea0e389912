package io.carriageway.intake;

import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** The verdict on events that nothing after intake can refuse: accepted, with a line in the ledger. */
public final class GiveAccepted<E> extends ProcessFunction<Arrived<E>, Arrived<E>> {

    private final OutputTag<LedgerEntry> ledger;

    public GiveAccepted(OutputTag<LedgerEntry> ledger) {
        this.ledger = ledger;
    }

    @Override
    public void processElement(Arrived<E> arrived, Context context, Collector<Arrived<E>> out) {
        context.output(ledger, LedgerEntry.accepted(arrived.arrival()));
        out.collect(arrived);
    }
}
