package io.carriageway.jobs;

import io.carriageway.intake.RawRecord;
import io.carriageway.intake.Rejected;
import io.carriageway.row.EventLedger1m;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/**
 * Runs a pipeline in a local cluster: records are read in the order of their arrival, and outputs are available when
 * the run has ended.
 */
public final class PipelineRun {

    private final StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2);

    public PipelineRun(RuntimeExecutionMode mode) {
        env.configure(
                new Configuration().set(PipelineOptions.GENERIC_TYPES, false).set(PipelineOptions.OBJECT_REUSE, true));
        env.setRuntimeMode(mode);
    }

    public DataStream<RawRecord> byArrival(List<RawRecord> records) {
        var arrivalClock = WatermarkStrategy.<RawRecord>forMonotonousTimestamps()
                .withTimestampAssigner((record, before) -> record.origin().timeMillis());
        return env.fromData(records)
                .setParallelism(1)
                .assignTimestampsAndWatermarks(arrivalClock)
                .setParallelism(1);
    }

    public void toItsEnd() throws Exception {
        env.execute();
    }

    /** One of the pipeline's outputs, or a part of it. */
    public static final class Output<T> implements Consumer<DataStream<T>> {

        private final FilterFunction<T> wanted;
        private CloseableIterator<T> rows;

        public Output() {
            this(row -> true);
        }

        public Output(FilterFunction<T> wanted) {
            this.wanted = wanted;
        }

        @Override
        public void accept(DataStream<T> stream) {
            rows = stream.filter(wanted).collectAsync();
        }

        /** All elements, in an order of their own data; can be read once. */
        public List<T> sorted(Comparator<T> order) throws Exception {
            try (var collected = rows) {
                var all = new ArrayList<T>();
                collected.forEachRemaining(all::add);
                all.sort(order);
                return all;
            }
        }
    }

    /** The reasons for rejections, in the order of the records' offsets. */
    public static List<String> reasons(Output<Rejected> rejected) throws Exception {
        return rejected.sorted(Comparator.comparing(record -> record.origin().offset())).stream()
                .map(record -> record.rejection().reason())
                .toList();
    }

    /** Received, accepted, duplicate, late and rejected, over all minutes. */
    public static List<Long> sumOf(List<EventLedger1m> rows) {
        return List.of(
                rows.stream().mapToLong(EventLedger1m::getReceived).sum(),
                rows.stream().mapToLong(EventLedger1m::getAccepted).sum(),
                rows.stream().mapToLong(EventLedger1m::getDuplicate).sum(),
                rows.stream().mapToLong(EventLedger1m::getLate).sum(),
                rows.stream().mapToLong(EventLedger1m::getRejected).sum());
    }
}
