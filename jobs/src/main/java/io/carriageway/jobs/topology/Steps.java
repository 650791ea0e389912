package io.carriageway.jobs.topology;

import io.carriageway.window.AsyncWaitBeforeIdle;
import io.carriageway.window.IgnoreIdleness;
import io.carriageway.window.PreAggregateFunction;
import io.carriageway.window.PreAggregateOperator;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.functions.async.AsyncFunction;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperatorFactory;

/**
 * Adds steps to a stream, in the order of the data flow. The name of a step is also its uid, by which a savepoint
 * identifies its state.
 *
 * @param <T> the output type of the last step
 */
public class Steps<T> {

    private final DataStream<T> stream;
    private final boolean inChain;

    Steps(DataStream<T> stream, boolean inChain) {
        this.stream = stream;
        this.inChain = inChain;
    }

    /** Begins after a stream; the steps that follow have the job's parallelism. */
    public static <T> Steps<T> of(DataStream<T> stream) {
        return new Steps<>(stream, false);
    }

    /** Begins with a source that has the job's parallelism. */
    public static <T> Step<T> source(
            StreamExecutionEnvironment env, String name, Source<T, ?, ?> source, WatermarkStrategy<T> watermarks) {
        return named(env.fromSource(source, watermarks, name), name, false);
    }

    /** Begins with a source that has its own parallelism, as do the steps in its chain. */
    public static <T> Steps<T> source(
            StreamExecutionEnvironment env,
            String name,
            Source<T, ?, ?> source,
            WatermarkStrategy<T> watermarks,
            int parallelism) {
        return named(env.fromSource(source, watermarks, name).setParallelism(parallelism), name, true);
    }

    /**
     * Keeps the following steps, up to the next shuffle, in the chain of this one. They have its parallelism, not the
     * job's, so nothing is sent between them.
     */
    public Steps<T> inChain() {
        return new Steps<>(stream, true);
    }

    public <R> Step<R> map(String name, MapFunction<T, R> function, Class<R> type) {
        return map(name, function, TypeInformation.of(type));
    }

    public <R> Step<R> map(String name, MapFunction<T, R> function, TypeInformation<R> type) {
        return step(name, stream.map(function, type));
    }

    public Step<T> filter(String name, FilterFunction<T> wanted) {
        return step(name, stream.filter(wanted));
    }

    public <R> Step<R> flatMap(String name, FlatMapFunction<T, R> function, Class<R> type) {
        return flatMap(name, function, TypeInformation.of(type));
    }

    public <R> Step<R> flatMap(String name, FlatMapFunction<T, R> function, TypeInformation<R> type) {
        return step(name, stream.flatMap(function, type));
    }

    public <R> Step<R> process(String name, ProcessFunction<T, R> function, Class<R> type) {
        return process(name, function, TypeInformation.of(type));
    }

    public <R> Step<R> process(String name, ProcessFunction<T, R> function, TypeInformation<R> type) {
        return step(name, stream.process(function, type));
    }

    /**
     * Adds an asynchronous step, unordered and without a timeout. A slow element only delays the watermark and
     * idleness.
     */
    public <R> Step<R> async(String name, AsyncFunction<T, R> function, int capacity, Class<R> type) {
        OneInputStreamOperatorFactory<T, R> operator = new AsyncWaitBeforeIdle<>(function, capacity);
        return step(name, stream.transform(name, TypeInformation.of(type), operator));
    }

    /** Adds an operator whose output has the type of its input. */
    public Step<T> operator(String name, OneInputStreamOperator<T, T> operator) {
        return step(name, stream.transform(name, stream.getType(), operator));
    }

    /** Adds a step between two that wait for watermarks; {@link IgnoreIdleness} explains why. */
    public Step<T> ignoreIdleness(String name) {
        return operator(name, new IgnoreIdleness<>());
    }

    /** Adds a pre-aggregation before a shuffle; {@code mostElements} limits the elements that it holds. */
    public <P> Step<P> preAggregate(
            String name, PreAggregateFunction<T, ?, ?, P> fold, int mostElements, Class<P> partial) {
        var operator = new PreAggregateOperator<>(fold, mostElements);
        return step(name, stream.transform(name, TypeInformation.of(partial), operator));
    }

    /** Shuffles by key. The steps after it have the job's parallelism. */
    public <K> KeyedSteps<T, K> keyBy(KeySelector<T, K> key) {
        return new KeyedSteps<>(stream.keyBy(key));
    }

    /** Shuffles by a key whose type cannot be derived from the selector. */
    public <K> KeyedSteps<T, K> keyBy(KeySelector<T, K> key, TypeInformation<K> type) {
        return new KeyedSteps<>(stream.keyBy(key, type));
    }

    /** Ends the pipeline with a sink. */
    public void sink(String name, Sink<T> sink) {
        var written = stream.sinkTo(sink).name(name).uid(name);
        if (inChain) {
            written.setParallelism(stream.getParallelism());
        }
    }

    private <R> Step<R> step(String name, SingleOutputStreamOperator<R> added) {
        return named(inChain ? added.setParallelism(stream.getParallelism()) : added, name, inChain);
    }

    static <R> Step<R> named(SingleOutputStreamOperator<R> added, String name, boolean inChain) {
        return new Step<>(added.name(name).uid(name), inChain);
    }
}
