package io.carriageway.intake;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Passes records on, and at the end of input the last watermark, whether or not the source has fallen silent. Flink
 * drops the watermark of a source that counts as idle, also the one of a drain: windows would then never close, and
 * their final rows be lost.
 */
public final class FinalWatermarkOperator<E> extends AbstractStreamOperator<E> implements OneInputStreamOperator<E, E> {

    @Override
    public void processElement(StreamRecord<E> record) {
        output.collect(record);
    }

    /** Called at the end of input and by a drain, not by a stop that is to be resumed. */
    @Override
    public void finish() throws Exception {
        output.emitWatermarkStatus(WatermarkStatus.ACTIVE);
        output.emitWatermark(Watermark.MAX_WATERMARK);
        super.finish();
    }
}
