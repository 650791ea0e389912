package io.carriageway.camera.detect;

import io.carriageway.event.FrameDetections;
import io.carriageway.intake.RecordOrigin;
import io.carriageway.intake.Rejected;
import io.carriageway.row.CameraFrameRow;

/** A frame after inspection: either its row and detections, or its rejection; the others are null. It has no pixels. */
public record InspectedFrame(RecordOrigin origin, CameraFrameRow row, FrameDetections detections, Rejected rejected) {

    static InspectedFrame accepted(RecordOrigin origin, CameraFrameRow row, FrameDetections detections) {
        return new InspectedFrame(origin, row, detections, null);
    }

    static InspectedFrame rejected(Rejected rejected) {
        return new InspectedFrame(rejected.origin(), null, null, rejected);
    }
}
