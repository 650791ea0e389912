package io.carriageway.jobs.topology;

import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The step that was added last, with which a pipeline may end.
 *
 * @param <T> the type of its output
 */
public final class Step<T> extends Steps<T> {

    private final SingleOutputStreamOperator<T> stream;

    Step(SingleOutputStreamOperator<T> stream, boolean inChain) {
        super(stream, inChain);
        this.stream = stream;
    }

    /** The step's output, with its side outputs. */
    public SingleOutputStreamOperator<T> stream() {
        return stream;
    }
}
