package io.carriageway.camera;

import io.carriageway.event.CameraFrame;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.row.CameraFrameRow;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.commons.codec.digest.DigestUtils;

/** Makes the lake's row of a frame: everything but the pixels, which become a hash and a length. */
public final class FrameRows {

    private FrameRows() {}

    /** The row of a frame that was inspected; {@code picture} is the image wherever it came from. */
    public static CameraFrameRow accepted(ReceivedEvent<CameraFrame> frame, byte[] picture) {
        return row(frame, picture, false);
    }

    /** The row of a frame that came too late to be inspected; {@code picture} is null where it was given by URI. */
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
