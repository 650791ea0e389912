package io.carriageway.camera;

import io.carriageway.camera.picture.NamedByContent;
import io.carriageway.event.CameraFrame;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.intake.RecordOrigin;
import io.carriageway.row.CameraFrameRow;
import org.apache.flink.api.common.functions.MapFunction;

/**
 * Makes of the lake's row of a frame the frame again, which points at its picture where that is kept. Where it is not,
 * the frame has no picture at all: what a sender's own bucket holds by now need not be what was seen then. Only a late
 * frame, whose picture nobody looked at yet, points where its sender said. Addresses of kept pictures are marked for
 * {@link NamedByContent}, which checks them.
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
