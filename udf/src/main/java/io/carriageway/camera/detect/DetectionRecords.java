package io.carriageway.camera.detect;

import io.carriageway.event.CameraFrame;
import io.carriageway.event.Detection;
import io.carriageway.event.FrameDetections;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.vision.PictureDetections;
import java.time.Instant;

/** Creates the Avro record of a frame's detections. */
final class DetectionRecords {

    private DetectionRecords() {}

    static FrameDetections of(ReceivedEvent<CameraFrame> frame, PictureDetections seen, String modelId) {
        var event = frame.event();
        var boxes = seen.vehicles().stream()
                .map(v -> new Detection(v.label().text(), v.confidence(), v.xMin(), v.yMin(), v.xMax(), v.yMax()))
                .toList();
        return new FrameDetections(
                event.getFrameId(),
                event.getCameraId(),
                event.getCapturedAt(),
                event.getLatitude(),
                event.getLongitude(),
                frame.origin().partition(),
                frame.origin().offset(),
                Instant.ofEpochMilli(frame.origin().timeMillis()),
                modelId,
                seen.width(),
                seen.height(),
                boxes);
    }
}
