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
 * Folds elements in the source's task, so that one partial for each cell is shuffled and not every element. It emits
 * all partials before each watermark, checkpoint and the end of input, so it has no state and makes nothing late. It
 * also emits them after {@code maxElements} elements, which bounds its memory.
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

    /** Emits all partials first: an idle channel no longer holds back the watermark, which would overtake them. */
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
