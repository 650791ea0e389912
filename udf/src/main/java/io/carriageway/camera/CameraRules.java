package io.carriageway.camera;

import static io.carriageway.intake.FieldRules.id;
import static io.carriageway.intake.FieldRules.position;
import static io.carriageway.intake.FieldRules.reject;
import static io.carriageway.intake.FieldRules.time;

import io.carriageway.camera.picture.PictureUri;
import io.carriageway.event.CameraFrame;
import io.carriageway.intake.Rejection;
import io.carriageway.intake.TopicRules;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Validation rules of topic camera, for everything except the picture's content. */
public record CameraRules(Set<String> allowedBuckets) implements TopicRules<CameraFrame> {

    static final int MAX_FRAME_ID = 128;
    static final int MAX_CAMERA_ID = 64;

    public CameraRules {
        allowedBuckets = Set.copyOf(allowedBuckets);
    }

    @Override
    public Class<CameraFrame> recordClass() {
        return CameraFrame.class;
    }

    @Override
    public String entityId(CameraFrame frame) {
        return frame.getCameraId();
    }

    @Override
    public String identity(CameraFrame frame) {
        return frame.getCameraId() + '\n' + frame.getFrameId();
    }

    @Override
    public Instant eventTime(CameraFrame frame) {
        return frame.getCapturedAt();
    }

    @Override
    public boolean mayHoldPictures() {
        return true;
    }

    @Override
    public Optional<Rejection> check(CameraFrame frame) {
        return id("frame_id", frame.getFrameId(), MAX_FRAME_ID)
                .or(() -> id("camera_id", frame.getCameraId(), MAX_CAMERA_ID))
                .or(() -> time("captured_at", frame.getCapturedAt()))
                .or(() -> position(frame.getLatitude(), frame.getLongitude()))
                .or(() -> checkPicture(frame));
    }

    private Optional<Rejection> checkPicture(CameraFrame frame) {
        if (frame.getImage() == null && frame.getImageUri() == null) {
            return reject("picture-missing", "neither image nor image_uri is set; exactly one must be");
        }
        if (frame.getImage() != null && frame.getImageUri() != null) {
            return reject("picture-ambiguous", "both image and image_uri are set; exactly one must be");
        }
        return frame.getImageUri() == null ? Optional.empty() : PictureUri.check(frame.getImageUri(), allowedBuckets);
    }
}
