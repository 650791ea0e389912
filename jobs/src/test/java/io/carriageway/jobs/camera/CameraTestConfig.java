package io.carriageway.jobs.camera;

import io.carriageway.camera.CameraRules;
import io.carriageway.camera.detect.DetectionConfig;
import io.carriageway.event.CameraFrame;
import io.carriageway.intake.LatenessConfig;
import io.carriageway.jobs.input.EventTimeConfig;
import io.carriageway.jobs.input.IntakeConfig;
import java.time.Duration;
import java.util.Set;

/** Test configuration of the camera pipeline: ten minutes of lateness, and a detector without a model. */
final class CameraTestConfig {

    static final DetectionConfig DETECTION =
            new DetectionConfig(new FirstByteDetectors(1), 2, Duration.ofMinutes(1), 2);

    private static final EventTimeConfig TIMING = new EventTimeConfig(
            new LatenessConfig(Duration.ofMinutes(10), Duration.ofMinutes(1)),
            Duration.ofMinutes(15),
            Duration.ofMinutes(1));

    private CameraTestConfig() {}

    /** Intake of frames whose pictures may be in these buckets. */
    static IntakeConfig<CameraFrame> intake(String... buckets) {
        return new IntakeConfig<>(new CameraRules(Set.of(buckets)), TIMING, null);
    }
}
