package io.carriageway.jobs;

import io.carriageway.intake.Rejected;
import io.carriageway.jobs.PipelineRun.Output;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.output.EventRows;
import io.carriageway.jobs.output.PipelineOutputs;
import io.carriageway.jobs.replay.ReplayRangeFilter;
import io.carriageway.row.EventLedger1m;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Collects the outputs of a pipeline; of tables with provisional rows, only the final ones. */
public final class CollectedOutputs implements PipelineOutputs {

    private final Output<Rejected> rejected = new Output<>();
    private final Output<EventLedger1m> ledger = new Output<>(EventLedger1m::getComplete);
    private final Output<SpecificRecordBase> events = new Output<>();
    private final Map<Table<?>, Output<?>> rows = new HashMap<>();

    @Override
    public void rejected(DataStream<Rejected> stream) {
        rejected.accept(stream);
    }

    @Override
    public void ledger(DataStream<EventLedger1m> stream) {
        ledger.accept(stream);
    }

    @Override
    @SuppressWarnings("unchecked") // read back with the type that was written
    public <R extends SpecificRecordBase> void events(EventTopic<R, ?> topic, EventRows<R> stream) {
        ((Output<R>) (Output<?>) events).accept(stream.all());
    }

    @Override
    public <R extends SpecificRecordBase> void rows(Table<R> table, DataStream<R> stream) {
        var output = new Output<R>(ReplayRangeFilter::isFinal);
        rows.put(table, output);
        output.accept(stream);
    }

    /** The reasons for rejections, in the order of the records' offsets. */
    public List<String> reasons() throws Exception {
        return PipelineRun.reasons(rejected);
    }

    /** The ledger's final rows by minute; can be read once. */
    public List<EventLedger1m> ledger() throws Exception {
        return ledger.sorted((a, b) -> a.getMinute().compareTo(b.getMinute()));
    }

    /** Rows of accepted and late events by offset; can be read once. */
    @SuppressWarnings("unchecked") // the topic determines the class of its rows
    public <R extends SpecificRecordBase> List<R> events(EventTopic<R, ?> topic) throws Exception {
        return (List<R>) events.sorted((a, b) -> Long.compare((long) a.get("offset"), (long) b.get("offset")));
    }

    /** Final rows by key; can be read once. */
    @SuppressWarnings("unchecked") // the table determines the class of its rows
    public <R extends SpecificRecordBase> List<R> rows(Table<R> table) throws Exception {
        return ((Output<R>) rows.get(table)).sorted((a, b) -> key(table, a).compareTo(key(table, b)));
    }

    private static String key(Table<?> table, SpecificRecordBase row) {
        return String.join(
                "\n",
                table.key().stream()
                        .map(column -> String.valueOf(row.get(column)))
                        .toList());
    }
}
