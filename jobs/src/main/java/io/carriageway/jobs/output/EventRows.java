package io.carriageway.jobs.output;

import io.carriageway.intake.ReceivedEvent;
import io.carriageway.intake.RowOfEvent;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.topology.Steps;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The lake's rows of a pipeline's events.
 *
 * @param accepted rows of accepted events, which come from few hours
 * @param late rows of late events, which may come from many hours in any order and are written by a sink of their own
 */
public record EventRows<R>(DataStream<R> accepted, DataStream<R> late) {

    /**
     * Makes rows with the fields of the events.
     *
     * @param acceptedName the name of the step that makes rows of accepted events; {@code lateName} is that for late
     *     ones
     */
    public static <R extends SpecificRecordBase, E extends SpecificRecordBase> EventRows<R> of(
            EventTopic<R, E> topic,
            DataStream<ReceivedEvent<E>> accepted,
            DataStream<ReceivedEvent<E>> late,
            String acceptedName,
            String lateName) {
        return new EventRows<>(rows(topic, accepted, false, acceptedName), rows(topic, late, true, lateName));
    }

    private static <R extends SpecificRecordBase, E extends SpecificRecordBase> DataStream<R> rows(
            EventTopic<R, E> topic, DataStream<ReceivedEvent<E>> events, boolean late, String name) {
        var row = topic.dataset().type();
        return Steps.of(events).map(name, new RowOfEvent<>(topic.record(), row, late), row).stream();
    }

    /**
     * Both as one stream. It breaks the chain between the steps before and after, so it is for outputs that shuffle
     * anyway.
     */
    public DataStream<R> all() {
        return accepted.union(late);
    }
}
