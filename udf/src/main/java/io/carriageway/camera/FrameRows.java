package io.carriageway.camera;

import io.carriageway.event.CameraFrame;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.row.CameraFrameRow;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.commons.codec.digest.DigestUtils;

/** Creates a frame's row in the lake: all fields, with a hash and a length instead of the pixels. */
public final class FrameRows {

    private FrameRows() {}

    /** The row of an inspected frame; {@code picture} is the image, sent in the record or fetched. */
    public static CameraFrameRow accepted(ReceivedEvent<CameraFrame> frame, byte[] picture) {
        return row(frame, picture, false);
    }

    /** The row of a frame that was late and so not inspected; {@code picture} is null if the frame had a URI. */
    public static CameraFrameRow late(ReceivedEvent<CameraFrame> frame, byte[] picture) {
        return row(frame, picture, true);
    }

    public static byte[] bytesOf(ByteBuffer image) {
        var bytes = new byte[image.remaining()];
        image.duplicate().get(bytes);
        return bytes;
    }

    private static CameraFrameRow row(ReceivedEvent<CameraFrame> frame, byte[] picture, boolean late) {
        var event = frame.event();
        var arrival = frame.origin();
        return new CameraFrameRow(
                event.getFrameId(),
                event.getCameraId(),
                event.getCapturedAt(),
                event.getLatitude(),
                event.getLongitude(),
                event.getImageUri(),
                picture == null ? null : DigestUtils.sha256Hex(picture),
                picture == null ? null : picture.length,
                arrival.topic(),
                arrival.partition(),
                arrival.offset(),
                Instant.ofEpochMilli(arrival.timeMillis()),
                late,
                null);
    }
}
