package io.carriageway.jobs.io.lake.compaction;

import java.io.IOException;
import org.apache.avro.specific.SpecificRecordBase;

/** Hands rows in order on, and fails where two are of one event: which of them is right, no tool can tell. */
final class UniqueEventCheck<R extends SpecificRecordBase> implements SortedRows.Taker<R> {

    private final RowOrder<R> order;
    private final HiddenFiles<R> out;
    private R last;

    UniqueEventCheck(RowOrder<R> order, HiddenFiles<R> out) {
        this.order = order;
        this.out = out;
    }

    @Override
    public void take(R row) throws IOException {
        if (last != null && order.isSameEvent(last, row)) {
            throw new IllegalStateException("dataset %s has an event twice: %s %s"
                    .formatted(
                            order.dataset().name(),
                            order.identity(),
                            order.identity().stream().map(row::get).toList()));
        }
        out.write(row);
        last = row;
    }
}
