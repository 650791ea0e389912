package io.carriageway.sandbox.camera;

import io.carriageway.event.CameraFrame;
import io.carriageway.event.FrameDetections;
import io.carriageway.jobs.camera.CameraJob;
import io.carriageway.jobs.io.jdbc.reference.DatabaseSchema;
import io.carriageway.sandbox.FlinkRuntime;
import io.carriageway.sandbox.oracle.JobRun;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.vision.DetectorFactory;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobID;

/** One camera job with topics, a database and a lake of its own, on the shared sandbox. */
final class CameraRun extends JobRun {

    private final SingleObjectCodec<CameraFrame> frames = new SingleObjectCodec<>(CameraFrame.class);

    CameraRun(FlinkRuntime runtime, String name, int partitions) throws Exception {
        super(runtime, "camera", name, partitions);
        createTopic(detectionTopic(), 1);
        option("topic.detection", detectionTopic());
    }

    /** Writes the cameras' reference data, for a job that is not started yet. */
    CameraRun cameras(Map<String, String> carriagewayWktByCamera) throws SQLException {
        DatabaseSchema.migrate(database());
        try (var connection = connect()) {
            RegionsOfInterest.write(connection, carriagewayWktByCamera);
        }
        return this;
    }

    /** Adds an option to those that name this run's topics, database and lake; of one given twice, the last counts. */
    CameraRun with(String option, String value) {
        option(option, value);
        return this;
    }

    String cameraTopic() {
        return inputTopic();
    }

    String detectionTopic() {
        return "detection-" + name();
    }

    /** Sends a frame as its camera would: to the partition of its key, stamped with its arrival. */
    void send(CameraFrame frame, long arrivalMillis) {
        sendBytes(frame.getCameraId(), frames.encode(frame), arrivalMillis);
    }

    JobID start(int parallelism) throws Exception {
        return start(parallelism, CameraJob::attach);
    }

    JobID start(int parallelism, DetectorFactory detectors) throws Exception {
        return start(parallelism, (env, arguments) -> CameraJob.attach(env, detectors, arguments));
    }

    JobID resume(int parallelism, String savepoint) throws Exception {
        return resume(parallelism, savepoint, CameraJob::attach);
    }

    JobID resume(int parallelism, DetectorFactory detectors, String savepoint) throws Exception {
        return resume(parallelism, savepoint, (env, arguments) -> CameraJob.attach(env, detectors, arguments));
    }

    List<FrameDetections> detections() {
        return values(detectionTopic(), FrameDetections.class);
    }
}
