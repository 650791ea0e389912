package io.carriageway.camera;

import io.carriageway.camera.picture.NamedByContent;
import io.carriageway.event.CameraFrame;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.intake.RecordOrigin;
import io.carriageway.row.CameraFrameRow;
import org.apache.flink.api.common.functions.MapFunction;

/**
 * Converts a frame's row in the lake to the frame, with the address of its kept picture. If the picture was not kept,
 * the frame has none: the object in the sender's own bucket may have changed since. Only a late frame has the sender's
 * address, because its picture was never examined. Addresses of kept pictures are marked for {@link NamedByContent},
 * which checks them.
 */
public final class FrameRowToEvent implements MapFunction<CameraFrameRow, ReceivedEvent<CameraFrame>> {

    @Override
    public ReceivedEvent<CameraFrame> map(CameraFrameRow row) {
        var frame = new CameraFrame(
                row.getFrameId(),
                row.getCameraId(),
                row.getCapturedAt(),
                row.getLatitude(),
                row.getLongitude(),
                null,
                addressOf(row));
        var origin = new RecordOrigin(
                row.getTopic(),
                row.getPartition(),
                row.getOffset(),
                row.getArrivalTime().toEpochMilli());
        return new ReceivedEvent<>(origin, frame, null);
    }

    private static String addressOf(CameraFrameRow row) {
        if (row.getKeptUri() != null) {
            return NamedByContent.kept(row.getKeptUri());
        }
        return row.getLate() ? row.getImageUri() : null;
    }
}
