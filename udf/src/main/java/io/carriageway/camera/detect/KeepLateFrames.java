package io.carriageway.camera.detect;

import io.carriageway.camera.FrameRows;
import io.carriageway.camera.picture.FramePictures;
import io.carriageway.camera.picture.PictureKeeper;
import io.carriageway.event.CameraFrame;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.row.CameraFrameRow;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;

/**
 * Creates the lake's rows of late frames. Their pictures are kept like those of other frames, because a replay that
 * includes late events needs them. A picture given by URI is not fetched.
 */
public final class KeepLateFrames extends RichAsyncFunction<ReceivedEvent<CameraFrame>, CameraFrameRow> {

    /** Number of late frames in flight in one subtask; they are few. */
    public static final int CAPACITY = 4;

    private final FramePictures pictures;

    private transient PictureKeeper keeper;

    public KeepLateFrames(FramePictures pictures) {
        this.pictures = pictures;
    }

    @Override
    public void open(OpenContext context) {
        keeper = new PictureKeeper(pictures, CAPACITY);
    }

    @Override
    public void asyncInvoke(ReceivedEvent<CameraFrame> frame, ResultFuture<CameraFrameRow> result) {
        var image = frame.event().getImage();
        var picture = image == null ? null : FrameRows.bytesOf(image);
        var unused = keeper.keep(FrameRows.late(frame, picture), picture).whenComplete((row, failure) -> {
            if (failure == null) {
                result.complete(List.of(row));
            } else {
                result.completeExceptionally(failure);
            }
        });
    }

    @Override
    public void close() {
        if (keeper != null) {
            keeper.close();
        }
    }
}
