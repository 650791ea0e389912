package io.carriageway.camera.picture;

import io.carriageway.camera.picture.PictureAnswer.Denied;
import io.carriageway.camera.picture.PictureAnswer.Verdict;
import io.carriageway.event.CameraFrame;
import io.carriageway.intake.Rejection;

/** The rejection of a frame whose picture cannot be fetched. */
public final class PictureRejection {

    private PictureRejection() {}

    public static Rejection of(CameraFrame frame, Verdict verdict) {
        if (verdict instanceof Denied denied) {
            return new Rejection(
                    "picture-denied", "%s at %s".formatted(denied.detail(), NamedByContent.plain(frame.getImageUri())));
        }
        return new Rejection(
                "picture-not-found",
                frame.getImageUri() != null
                        ? "no object at " + NamedByContent.plain(frame.getImageUri())
                        : "the picture of frame %s of camera %s, captured at %s, was not kept"
                                .formatted(frame.getFrameId(), frame.getCameraId(), frame.getCapturedAt()));
    }
}
