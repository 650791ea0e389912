package io.carriageway.window;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Folds elements in the source's chain, so that what is shuffled is a partial per cell and not every element. It hands
 * on all it has before a watermark, a checkpoint or the end passes it, and so holds no state and makes nothing late;
 * and after so many elements, which bounds its memory.
 */
public final class PreAggregateOperator<E, C, A, P> extends AbstractStreamOperator<P>
        implements OneInputStreamOperator<E, P>, BoundedOneInput {

    private final PreAggregateFunction<E, C, A, P> fold;
    private final int maxElements;

    private transient Map<C, A> growing;
    private transient int elements;

    public PreAggregateOperator(PreAggregateFunction<E, C, A, P> fold, int maxElements) {
        this.fold = fold;
        this.maxElements = maxElements;
    }

    @Override
    public void open() throws Exception {
        super.open();
        growing = new HashMap<>();
        elements = 0;
    }

    @Override
    public void processElement(StreamRecord<E> record) {
        var element = record.getValue();
        fold.add(growing.computeIfAbsent(fold.cell(element), fold::open), element);
        elements++;
        if (elements >= maxElements) {
            handOn();
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        handOn();
        super.processWatermark(mark);
    }

    /** Once idle, this channel no longer holds the watermark back, which would overtake what is still here. */
    @Override
    public void processWatermarkStatus(WatermarkStatus status) throws Exception {
        handOn();
        super.processWatermarkStatus(status);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        handOn();
    }

    @Override
    public void endInput() {
        handOn();
    }

    private void handOn() {
        growing.forEach((cell, partial) -> output.collect(new StreamRecord<>(fold.close(cell, partial))));
        growing.clear();
        elements = 0;
    }
}
