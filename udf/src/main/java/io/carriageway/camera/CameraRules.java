package io.carriageway.camera;

import io.carriageway.event.CameraFrame;
import io.carriageway.intake.Rejection;
import io.carriageway.intake.TopicRules;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What makes a camera frame acceptable before anybody looks at its picture. */
public record CameraRules(Set<String> allowedBuckets) implements TopicRules<CameraFrame> {

    private static final int MAX_FRAME_ID = 128;
    private static final int MAX_CAMERA_ID = 64;

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
    public Optional<Rejection> check(CameraFrame frame) {
        return checkId("frame_id", frame.getFrameId(), MAX_FRAME_ID)
                .or(() -> checkId("camera_id", frame.getCameraId(), MAX_CAMERA_ID))
                .or(() -> checkDegrees("latitude", frame.getLatitude(), 90))
                .or(() -> checkDegrees("longitude", frame.getLongitude(), 180))
                .or(() -> checkPicture(frame));
    }

    private static Optional<Rejection> checkId(String field, String id, int maxLength) {
        return id.isEmpty() || id.length() > maxLength
                ? reject(
                        "id-invalid",
                        "%s has %d characters, 1 to %d are allowed".formatted(field, id.length(), maxLength))
                : Optional.empty();
    }

    private static Optional<Rejection> checkDegrees(String field, double degrees, int limit) {
        boolean inRange = Math.abs(degrees) <= limit; // false for NaN
        return inRange
                ? Optional.empty()
                : reject(
                        field + "-out-of-range", "%1$s is %2$s, not in [-%3$d, %3$d]".formatted(field, degrees, limit));
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

    static Optional<Rejection> reject(String reason, String detail) {
        return Optional.of(new Rejection(reason, detail));
    }
}
