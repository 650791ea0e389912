package io.carriageway.jobs.topology;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.ConnectedStreams;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;

/** Adds a step with two input streams that have one key. */
public final class ConnectedSteps<T, U, K> {

    private final ConnectedStreams<T, U> streams;

    ConnectedSteps(ConnectedStreams<T, U> streams) {
        this.streams = streams;
    }

    public <R> Step<R> process(String name, KeyedCoProcessFunction<K, T, U, R> function, Class<R> type) {
        return process(name, function, TypeInformation.of(type));
    }

    public <R> Step<R> process(String name, KeyedCoProcessFunction<K, T, U, R> function, TypeInformation<R> type) {
        return Steps.named(streams.process(function, type), name, false);
    }
}
