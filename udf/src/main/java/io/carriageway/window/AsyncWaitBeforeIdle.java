package io.carriageway.window;

import org.apache.flink.streaming.api.datastream.AsyncDataStream.OutputMode;
import org.apache.flink.streaming.api.functions.async.AsyncFunction;
import org.apache.flink.streaming.api.operators.AbstractStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.OneInputStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperator;
import org.apache.flink.streaming.api.operators.legacy.YieldingOperatorFactory;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.retryable.AsyncRetryStrategies;

/**
 * Creates Flink's unordered asynchronous operator without a timeout, but one that becomes idle only after all earlier
 * elements have left it. Flink's own becomes idle at once. From then on its watermarks are dropped while those of other
 * subtasks advance, so elements still in it come out late.
 *
 * @param <E> the input
 * @param <R> the results
 */
public final class AsyncWaitBeforeIdle<E, R> extends AbstractStreamOperatorFactory<R>
        implements OneInputStreamOperatorFactory<E, R>, YieldingOperatorFactory<R> {

    private final AsyncFunction<E, R> function;
    private final int capacity;

    /** @param capacity most elements in the operator at once */
    public AsyncWaitBeforeIdle(AsyncFunction<E, R> function, int capacity) {
        this.function = function;
        this.capacity = capacity;
    }

    @Override
    @SuppressWarnings("unchecked") // as each factory of Flink does
    public <T extends StreamOperator<R>> T createStreamOperator(StreamOperatorParameters<R> parameters) {
        var step = new Operator(parameters, new IdleBehindMark<>(parameters.getOutput()), processingTimeService);
        return (T) step;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class<? extends StreamOperator> getStreamOperatorClass(ClassLoader loader) {
        return Operator.class;
    }

    private final class Operator extends AsyncWaitOperator<E, R> {

        private final transient IdleBehindMark<R> results;

        Operator(StreamOperatorParameters<R> parameters, IdleBehindMark<R> results, ProcessingTimeService time) {
            super(
                    new StreamOperatorParameters<>(
                            parameters.getContainingTask(),
                            parameters.getStreamConfig(),
                            results,
                            parameters::getProcessingTimeService,
                            parameters.getOperatorEventDispatcher(),
                            parameters.getMailboxExecutor()),
                    function,
                    0,
                    capacity,
                    OutputMode.UNORDERED,
                    AsyncRetryStrategies.NO_RETRY_STRATEGY,
                    time,
                    parameters.getMailboxExecutor());
            this.results = results;
        }

        /**
         * Sends a watermark as a mark through the operator instead of the status idle. No element overtakes a
         * watermark, so the mark leaves after all of them.
         */
        @Override
        public void processWatermarkStatus(WatermarkStatus status) throws Exception {
            if (status.isActive()) {
                results.active();
                return;
            }
            var mark = new Watermark(Long.MIN_VALUE);
            results.idleBehind(mark);
            super.processWatermark(mark);
        }
    }
}
