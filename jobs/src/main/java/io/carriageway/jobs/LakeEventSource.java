package io.carriageway.jobs;

import io.carriageway.intake.IncludeLate;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.jobs.io.lake.Lake;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The events that a dataset keeps as a stream that ends: what was accepted, with or without what was late. */
record LakeEventSource<R extends SpecificRecordBase, E extends SpecificRecordBase>(EventInput<R, E> topic) {

    private static final String LATE = "late";

    SingleOutputStreamOperator<ReceivedEvent<E>> read(StreamExecutionEnvironment env, Lake lake, Replay replay)
            throws Exception {
        var dataset = topic.kept().dataset();
        var rows = Progress.counted(lake.read(env, dataset, replay.events(topic)), fullName("progress"));
        if (dataset.schema().getField(LATE) == null) {
            return events(rows, "event");
        }
        var accepted = events(named(rows.filter(row -> !(boolean) row.get(LATE)), "in-time"), "accepted");
        return replay.includesLate()
                ? with(events(named(rows.filter(row -> (boolean) row.get(LATE)), "too-late"), LATE), accepted)
                : accepted;
    }

    private SingleOutputStreamOperator<ReceivedEvent<E>> with(
            DataStream<ReceivedEvent<E>> late, DataStream<ReceivedEvent<E>> accepted) {
        var rules = topic.config().rules();
        return named(
                accepted.keyBy(event -> rules.identity(event.event()), Types.STRING)
                        .connect(late.keyBy(event -> rules.identity(event.event()), Types.STRING))
                        .process(new IncludeLate<>(topic.kept().type()))
                        .returns(topic.kept().type()),
                "with-late");
    }

    private SingleOutputStreamOperator<ReceivedEvent<E>> events(DataStream<R> rows, String name) {
        return named(rows.map(topic.kept().eventOfRow()).returns(topic.kept().type()), name);
    }

    private <T> SingleOutputStreamOperator<T> named(SingleOutputStreamOperator<T> step, String name) {
        return step.name(fullName(name)).uid(fullName(name));
    }

    private String fullName(String name) {
        return topic.kept().operatorName() + "-" + name;
    }
}
