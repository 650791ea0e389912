package io.carriageway.intake;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Forwards records, and emits the last watermark at the end of input even if the source is idle. Flink drops the
 * watermark of an idle source, also that of a drain. Windows would then never close, and their final rows would be
 * lost.
 */
public final class FinalWatermarkOperator<E> extends AbstractStreamOperator<E> implements OneInputStreamOperator<E, E> {

    @Override
    public void processElement(StreamRecord<E> record) {
        output.collect(record);
    }

    /** Called at the end of input and by a stop with {@code --drain}, but not by other stops. */
    @Override
    public void finish() throws Exception {
        output.emitWatermarkStatus(WatermarkStatus.ACTIVE);
        output.emitWatermark(Watermark.MAX_WATERMARK);
        super.finish();
    }
}
