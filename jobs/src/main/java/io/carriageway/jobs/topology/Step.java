package io.carriageway.jobs.topology;

import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * A step that was added last. The steps may end here.
 *
 * @param <T> what it gives
 */
public final class Step<T> extends Steps<T> {

    private final SingleOutputStreamOperator<T> stream;

    Step(SingleOutputStreamOperator<T> stream, boolean inChain) {
        super(stream, inChain);
        this.stream = stream;
    }

    /** What the step gives, with its side outputs. */
    public SingleOutputStreamOperator<T> stream() {
        return stream;
    }
}
