package io.carriageway.jobs.io.lake;

import java.util.ArrayList;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Collects the rows of each file until all input has been read, and emits them sorted by their columns, so that the
 * file's bytes do not depend on the order of the input. A file's rows must fit into memory.
 */
final class WholeFiles<R extends SpecificRecordBase> extends KeyedProcessFunction<String, R, Tuple2<String, R>> {

    /** The time of the last timer that can fire. */
    private static final long AT_THE_END = Long.MAX_VALUE - 1;

    private final Class<R> type;

    private transient ListState<R> rows;
    private transient SpecificData data;
    private transient Schema schema;

    WholeFiles(Class<R> type) {
        this.type = type;
    }

    @Override
    public void open(OpenContext context) {
        rows = getRuntimeContext().getListState(new ListStateDescriptor<>("rows", TypeInformation.of(type)));
        data = SpecificData.getForClass(type);
        schema = data.getSchema(type);
    }

    @Override
    public void processElement(R row, Context context, Collector<Tuple2<String, R>> out) throws Exception {
        rows.add(row); // no copy: each row arrived over the network, as a new object
        context.timerService().registerEventTimeTimer(AT_THE_END);
    }

    @Override
    public void onTimer(long timer, OnTimerContext context, Collector<Tuple2<String, R>> out) throws Exception {
        var sorted = new ArrayList<R>();
        rows.get().forEach(sorted::add);
        sorted.sort((a, b) -> data.compare(a, b, schema));
        sorted.forEach(row -> out.collect(Tuple2.of(context.getCurrentKey(), row)));
        rows.clear();
    }
}
