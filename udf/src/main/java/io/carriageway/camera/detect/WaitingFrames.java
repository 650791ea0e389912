package io.carriageway.camera.detect;

import io.carriageway.event.CameraFrame;
import io.carriageway.intake.ReceivedEvent;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * The frames that wait for their pictures, in order of arrival, and the watermarks that must not overtake them. Between
 * two frames only the newest watermark is kept.
 */
final class WaitingFrames {

    /** No watermark is due; the value that Flink uses for no watermark. */
    static final long NONE = Long.MIN_VALUE;

    /** A frame that waits. */
    static final class Waiting {

        private final StreamRecord<ReceivedEvent<CameraFrame>> record;
        private long watermarkBehind = NONE;

        private Waiting(StreamRecord<ReceivedEvent<CameraFrame>> record) {
            this.record = record;
        }

        StreamRecord<ReceivedEvent<CameraFrame>> record() {
            return record;
        }
    }

    /**
     * Most bytes of the records that wait. Each frame has its whole record with it, which a rejection needs; in JSON
     * one may have many megabytes.
     */
    private static final long MOST_BYTES = 64L << 20;

    private final List<Waiting> frames = new ArrayList<>();
    private long bytes;

    /** Whether the memory allows one more record to wait; a single record is always allowed. */
    boolean hasRoomFor(StreamRecord<ReceivedEvent<CameraFrame>> record) {
        return frames.isEmpty() || bytes + bytesOf(record) <= MOST_BYTES;
    }

    Waiting add(StreamRecord<ReceivedEvent<CameraFrame>> record) {
        var waiting = new Waiting(record);
        frames.add(waiting);
        bytes += bytesOf(record);
        return waiting;
    }

    /** Holds a watermark that came after the waiting frames; there must be at least one. */
    void hold(long watermark) {
        frames.get(frames.size() - 1).watermarkBehind = watermark;
    }

    /** Removes a frame and returns the watermark that is due then, or {@link #NONE}. */
    long remove(Waiting gone) {
        int at = frames.indexOf(gone);
        frames.remove(at);
        bytes -= bytesOf(gone.record);
        if (at == 0) {
            return gone.watermarkBehind;
        }
        var before = frames.get(at - 1);
        before.watermarkBehind = Math.max(before.watermarkBehind, gone.watermarkBehind);
        return NONE;
    }

    /** Size of the record in bytes; frames from the lake have no record. */
    private static long bytesOf(StreamRecord<ReceivedEvent<CameraFrame>> record) {
        var value = record.getValue().value();
        return value == null ? 0 : value.length;
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    int size() {
        return frames.size();
    }

    List<StreamRecord<ReceivedEvent<CameraFrame>>> records() {
        return frames.stream().map(Waiting::record).toList();
    }
}
