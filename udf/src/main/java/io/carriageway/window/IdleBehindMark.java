package io.carriageway.window;

import org.apache.flink.runtime.event.WatermarkEvent;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.LatencyMarker;
import org.apache.flink.streaming.runtime.streamrecord.RecordAttributes;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;

/** An operator's output that becomes idle when it receives a mark, a special watermark that it does not forward. */
final class IdleBehindMark<R> implements Output<StreamRecord<R>> {

    private final Output<StreamRecord<R>> output;

    /** Null: the output shall not become idle. */
    private Watermark mark;

    private boolean isIdle;

    IdleBehindMark(Output<StreamRecord<R>> output) {
        this.output = output;
    }

    /** Becomes idle when this mark arrives. */
    void idleBehind(Watermark newest) {
        mark = newest;
    }

    void active() {
        mark = null;
        if (isIdle) {
            emitWatermarkStatus(WatermarkStatus.ACTIVE);
        }
    }

    /** Drops marks that are not the newest, also those restored from a checkpoint: their time is Long.MIN_VALUE. */
    @Override
    public void emitWatermark(Watermark watermark) {
        if (watermark == mark) {
            emitWatermarkStatus(WatermarkStatus.IDLE);
        } else if (watermark.getTimestamp() != Long.MIN_VALUE) {
            output.emitWatermark(watermark);
        }
    }

    @Override
    public void emitWatermarkStatus(WatermarkStatus status) {
        isIdle = status.isIdle();
        output.emitWatermarkStatus(status);
    }

    @Override
    public void collect(StreamRecord<R> record) {
        output.collect(record);
    }

    @Override
    public <X> void collect(OutputTag<X> tag, StreamRecord<X> record) {
        output.collect(tag, record);
    }

    @Override
    public void emitLatencyMarker(LatencyMarker marker) {
        output.emitLatencyMarker(marker);
    }

    @Override
    public void emitRecordAttributes(RecordAttributes attributes) {
        output.emitRecordAttributes(attributes);
    }

    @Override
    public void emitWatermark(WatermarkEvent watermark) {
        output.emitWatermark(watermark);
    }

    @Override
    public void close() {
        output.close();
    }
}
