package io.carriageway.intake;

import java.util.Comparator;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Adds late events to the accepted ones in a replay, by identity and at the end of input. Intake decides that an event
 * is late before it looks for duplicates. So of several late events with one identity, only the first in the topic is
 * added, and none if an event with that identity was accepted.
 */
public final class IncludeLate<E>
        extends KeyedCoProcessFunction<String, ReceivedEvent<E>, ReceivedEvent<E>, ReceivedEvent<E>> {

    /** The last timer that can fire: it fires when all input has been read. */
    private static final long AT_THE_END = Long.MAX_VALUE - 1;

    private static final Comparator<RecordOrigin> FIRST = Comparator.comparing(RecordOrigin::topic)
            .thenComparing(RecordOrigin::partition)
            .thenComparing(RecordOrigin::offset);

    private final TypeInformation<ReceivedEvent<E>> type;

    private transient ValueState<Boolean> accepted;
    private transient ValueState<ReceivedEvent<E>> late;

    public IncludeLate(TypeInformation<ReceivedEvent<E>> type) {
        this.type = type;
    }

    @Override
    public void open(OpenContext context) {
        accepted = getRuntimeContext().getState(new ValueStateDescriptor<>("accepted", Types.BOOLEAN));
        late = getRuntimeContext().getState(new ValueStateDescriptor<>("late", type));
    }

    @Override
    public void processElement1(ReceivedEvent<E> event, Context context, Collector<ReceivedEvent<E>> out)
            throws Exception {
        accepted.update(true);
        out.collect(event);
    }

    @Override
    public void processElement2(ReceivedEvent<E> event, Context context, Collector<ReceivedEvent<E>> out)
            throws Exception {
        var kept = late.value();
        if (kept == null || FIRST.compare(event.origin(), kept.origin()) < 0) {
            late.update(event);
        }
        context.timerService().registerEventTimeTimer(AT_THE_END);
    }

    @Override
    public void onTimer(long timer, OnTimerContext context, Collector<ReceivedEvent<E>> out) throws Exception {
        if (accepted.value() == null) {
            out.collect(late.value());
        }
    }
}
