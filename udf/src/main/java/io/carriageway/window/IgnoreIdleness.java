package io.carriageway.window;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Passes records and watermarks on, but never that its input is idle. It stands between two steps that wait for time.
 * Where every source has fallen silent, all subtasks of the first step are idle to the second. When time goes on, the
 * subtask that hears of it first would move the second step's clock alone, before the others have given what was due:
 * rows would be final without it.
 */
public final class IgnoreIdleness<E> extends AbstractStreamOperator<E> implements OneInputStreamOperator<E, E> {

    @Override
    public void processElement(StreamRecord<E> record) {
        output.collect(record);
    }

    @Override
    public void processWatermarkStatus(WatermarkStatus status) {
        // the subtasks of a keyed step have one clock: whoever waits for all of them never waits for long
    }
}
