package io.carriageway.jobs;

import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The rows that a pipeline makes of its events for the lake.
 *
 * @param accepted of events in time: they come from few hours
 * @param late may come from many hours in any order, and are written by a sink of their own
 */
public record EventRows<R>(DataStream<R> accepted, DataStream<R> late) {

    /** Both as one stream. Steps before and after are not chained then, so it is for outputs that shuffle anyway. */
    public DataStream<R> all() {
        return accepted.union(late);
    }
}
