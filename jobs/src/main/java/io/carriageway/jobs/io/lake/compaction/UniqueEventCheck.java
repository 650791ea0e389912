package io.carriageway.jobs.io.lake.compaction;

import java.io.IOException;
import org.apache.avro.specific.SpecificRecordBase;

/** Passes sorted rows on, and fails if two are of one event, because no tool can decide which is right. */
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
