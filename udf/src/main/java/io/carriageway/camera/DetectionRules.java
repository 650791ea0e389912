package io.carriageway.camera;

import static io.carriageway.intake.FieldRules.id;
import static io.carriageway.intake.FieldRules.position;
import static io.carriageway.intake.FieldRules.time;

import io.carriageway.event.FrameDetections;
import io.carriageway.intake.Rejection;
import io.carriageway.intake.TopicRules;
import java.time.Instant;
import java.util.Optional;

/**
 * Rules of topic detection for other jobs. The topic has each detection at least once, identified by the record of its
 * frame. The camera job has judged the frame already, so only what a job needs is checked again.
 */
public final class DetectionRules implements TopicRules<FrameDetections> {

    @Override
    public Class<FrameDetections> recordClass() {
        return FrameDetections.class;
    }

    @Override
    public String entityId(FrameDetections frame) {
        return frame.getCameraId();
    }

    @Override
    public String identity(FrameDetections frame) {
        return frame.getSourcePartition() + "\n" + frame.getSourceOffset();
    }

    @Override
    public Instant eventTime(FrameDetections frame) {
        return frame.getCapturedAt();
    }

    @Override
    public Optional<Rejection> check(FrameDetections frame) {
        return id("frame_id", frame.getFrameId(), CameraRules.MAX_FRAME_ID)
                .or(() -> id("camera_id", frame.getCameraId(), CameraRules.MAX_CAMERA_ID))
                .or(() -> time("captured_at", frame.getCapturedAt()))
                .or(() -> position(frame.getLatitude(), frame.getLongitude()));
    }
}
