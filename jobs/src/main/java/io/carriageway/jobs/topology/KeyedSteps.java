package io.carriageway.jobs.topology;

import io.carriageway.window.TumblingWindowFunction;
import io.carriageway.window.WindowAggregate;
import io.carriageway.window.WindowRule;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;

/** Adds a step after a shuffle by key, which sends the elements of a key to one subtask. */
public final class KeyedSteps<T, K> {

    private final KeyedStream<T, K> stream;

    KeyedSteps(KeyedStream<T, K> stream) {
        this.stream = stream;
    }

    /** Emits provisional and final rows of windows; {@link TumblingWindowFunction} defines when. */
    public <A, R> Step<R> window(
            String name, WindowRule rule, WindowAggregate<K, T, A, R> aggregate, Class<A> sum, Class<R> row) {
        return process(name, new TumblingWindowFunction<>(rule, aggregate, TypeInformation.of(sum)), row);
    }

    public <R> Step<R> process(String name, KeyedProcessFunction<K, T, R> function, Class<R> type) {
        return process(name, function, TypeInformation.of(type));
    }

    public <R> Step<R> process(String name, KeyedProcessFunction<K, T, R> function, TypeInformation<R> type) {
        return Steps.named(stream.process(function, type), name, false);
    }

    /** Connects another stream, so that elements of both with equal keys are processed in one subtask. */
    public <U> ConnectedSteps<T, U, K> connect(KeyedSteps<U, K> other) {
        return new ConnectedSteps<>(stream.connect(other.stream));
    }
}
