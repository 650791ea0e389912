package io.carriageway.jobs.replay;

import io.carriageway.intake.IncludeLate;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.jobs.input.EventInput;
import io.carriageway.jobs.io.lake.Lake;
import io.carriageway.jobs.topology.Step;
import io.carriageway.jobs.topology.Steps;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Reads the events of a dataset as a stream that ends: the accepted ones, with or without the late ones. */
public record LakeEventSource<R extends SpecificRecordBase, E extends SpecificRecordBase>(EventInput<R, E> topic) {

    private static final String LATE = "late";

    public SingleOutputStreamOperator<ReceivedEvent<E>> read(StreamExecutionEnvironment env, Lake lake, Replay replay)
            throws Exception {
        var dataset = topic.kept().dataset();
        var rows = Steps.of(Progress.counted(lake.read(env, dataset, replay.events(topic)), fullName("progress")));
        if (dataset.schema().getField(LATE) == null) {
            return events(rows, "event").stream();
        }
        var accepted = events(rows.filter(fullName("in-time"), row -> !(boolean) row.get(LATE)), "accepted");
        if (!replay.includesLate()) {
            return accepted.stream();
        }
        var late = events(rows.filter(fullName("too-late"), row -> (boolean) row.get(LATE)), LATE);
        return with(late, accepted).stream();
    }

    private Step<ReceivedEvent<E>> with(Steps<ReceivedEvent<E>> late, Steps<ReceivedEvent<E>> accepted) {
        var rules = topic.config().rules();
        var type = topic.kept().type();
        return accepted.keyBy(event -> rules.identity(event.event()), Types.STRING)
                .connect(late.keyBy(event -> rules.identity(event.event()), Types.STRING))
                .process(fullName("with-late"), new IncludeLate<>(type), type);
    }

    private Step<ReceivedEvent<E>> events(Steps<R> rows, String name) {
        return rows.map(fullName(name), topic.kept().eventOfRow(), topic.kept().type());
    }

    private String fullName(String name) {
        return topic.kept().operatorName() + "-" + name;
    }
}
