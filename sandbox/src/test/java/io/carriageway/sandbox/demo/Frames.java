package io.carriageway.sandbox.demo;

import io.carriageway.event.CameraFrame;
import io.carriageway.event.Detection;
import io.carriageway.event.FrameDetections;
import java.time.Instant;
import java.util.Collections;

/** Creates detections as the camera job would publish them. */
public final class Frames {

    private static final Detection CAR = new Detection("car", 0.9, 1f, 2f, 3f, 4f);

    private Frames() {}

    public static FrameDetections of(CameraFrame frame, int vehicles) {
        return frame(frame.getFrameId(), frame.getCameraId(), frame.getCapturedAt(), 0, 0, vehicles);
    }

    public static FrameDetections frame(
            String frameId, String cameraId, Instant capturedAt, int partition, long offset, int vehicles) {
        return new FrameDetections(
                frameId,
                cameraId,
                capturedAt,
                48.0,
                16.0,
                partition,
                offset,
                capturedAt,
                "model@000000000000",
                640,
                360,
                Collections.nCopies(vehicles, CAR));
    }
}
