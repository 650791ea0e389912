package io.carriageway.verify.camera;

import io.carriageway.city.CityConfig;
import io.carriageway.event.CameraFrame;
import io.carriageway.event.FrameDetections;
import io.carriageway.jobs.camera.CameraJob;
import io.carriageway.jobs.output.JobSinks;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.verify.oracle.JobRun;
import io.carriageway.verify.topic.InputEnd;
import io.carriageway.verify.topic.InputWithFaults;
import io.carriageway.verify.topic.TopicCase;
import io.carriageway.verify.topic.TopicRun;
import io.carriageway.vision.DetectorFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Topic camera: minutes of four cameras, whose vehicles are random. The accuracy of a model is not tested. */
public final class Camera {

    /** A cluster of processes runs the embedded model. */
    public static final TopicCase TOPIC = of(Duration.ofSeconds(5), Duration.ofMinutes(10));

    /** The same with the job's own model instead of random boxes. */
    static final TopicCase WITH_A_MODEL = TOPIC.attachedBy(CameraJob::attach);

    static final InputEnd END = TOPIC.input().end();

    private Camera() {}

    static TopicCase of(Duration frameInterval, Duration length) {
        var input = new InputWithFaults(
                CityConfig.defaults().first(),
                length,
                (seed, anyLength) -> CityWithFaults.records(seed, anyLength, frameInterval),
                Defect.values().length,
                new LastFrames());
        return TopicCase.of(
                        CameraJob.JOB,
                        input,
                        "road_cell",
                        "frame_area_occupancy",
                        "camera_traffic_1m",
                        "lake_frame_detections")
                .raisingAlertsOn("camera_traffic_1m")
                .with(new Carriageways())
                .with(new PublishedDetections())
                .seenAs(new FrameColumns())
                .attachedBy(Camera::attach);
    }

    /** A bounded run counts the stored detections. */
    private static JobSinks attach(StreamExecutionEnvironment env, String... arguments) throws Exception {
        return Arrays.asList(arguments).contains("--from")
                ? CameraJob.attach(env, arguments)
                : CameraJob.attach(env, new BoxesFromBytes(), arguments);
    }

    /** Builds the job with these detectors. */
    static JobRun.Attach seenBy(DetectorFactory detectors) {
        return (env, arguments) -> CameraJob.attach(env, detectors, arguments);
    }

    /** Sends a frame as its camera would: to the partition of its key, stamped with its arrival. */
    static void send(TopicRun run, CameraFrame frame, long arrivalMillis) {
        var codec = new SingleObjectCodec<>(CameraFrame.class);
        run.sendBytes(frame.getCameraId(), codec.encode(frame), arrivalMillis);
    }

    /** The detections that a run has published. */
    static List<FrameDetections> detections(TopicRun run) {
        return run.values(run.topicOf(CameraJob.DETECTION).name(), FrameDetections.class);
    }
}
