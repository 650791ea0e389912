package io.carriageway.camera.detect;

import io.carriageway.event.CameraFrame;
import io.carriageway.intake.ReceivedEvent;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * The frames that wait for their pictures, in the order in which they came, and the watermarks that must not overtake
 * them. Of the watermarks between two frames only the newest is kept.
 */
final class WaitingFrames {

    /** No watermark is due: what Flink itself takes for none. */
    static final long NONE = Long.MIN_VALUE;

    /** One of them. */
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

    /** Each frame has its whole record with it, which a rejection needs; in JSON one may be many megabytes. */
    private static final long MOST_BYTES = 64L << 20;

    private final List<Waiting> frames = new ArrayList<>();
    private long bytes;

    /** Whether a record may wait with the others, that hold memory until they have their verdicts; one always may. */
    boolean hasRoomFor(StreamRecord<ReceivedEvent<CameraFrame>> record) {
        return frames.isEmpty() || bytes + bytesOf(record) <= MOST_BYTES;
    }

    Waiting add(StreamRecord<ReceivedEvent<CameraFrame>> record) {
        var waiting = new Waiting(record);
        frames.add(waiting);
        bytes += bytesOf(record);
        return waiting;
    }

    /** Takes a watermark that came behind the frames that are here; there must be some. */
    void hold(long watermark) {
        frames.get(frames.size() - 1).watermarkBehind = watermark;
    }

    /** Takes a frame out, and says which watermark is due now that it is gone; {@link #NONE}: none is. */
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

    /** Frames of the lake have no record. */
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
