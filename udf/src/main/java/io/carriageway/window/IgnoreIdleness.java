package io.carriageway.window;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Forwards records and watermarks, but not the status idle. It is used between two steps that wait for time. If every
 * source is idle, all subtasks of the first step are idle to the second. When a watermark comes, the first subtask that
 * receives it would move the second step's clock alone, before the others have emitted their rows: windows would be
 * final without those rows.
 */
public final class IgnoreIdleness<E> extends AbstractStreamOperator<E> implements OneInputStreamOperator<E, E> {

    @Override
    public void processElement(StreamRecord<E> record) {
        output.collect(record);
    }

    @Override
    public void processWatermarkStatus(WatermarkStatus status) {
        // the subtasks of a keyed step have one clock, so waiting for all of them is short
    }
}
