package io.carriageway.jobs.camera;

import io.carriageway.camera.CameraRules;
import io.carriageway.camera.DetectionRowToEvent;
import io.carriageway.camera.DetectionRules;
import io.carriageway.camera.FrameRowToEvent;
import io.carriageway.camera.picture.FramePictures;
import io.carriageway.event.CameraFrame;
import io.carriageway.event.FrameDetections;
import io.carriageway.jobs.Environments;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.definition.JobDefinition;
import io.carriageway.jobs.input.IntakeStream;
import io.carriageway.jobs.io.files.BucketArchive;
import io.carriageway.jobs.io.jdbc.reference.CameraReference;
import io.carriageway.jobs.io.lake.Dataset;
import io.carriageway.jobs.output.JobSinks;
import io.carriageway.jobs.replay.Replay;
import io.carriageway.row.CameraFrameRow;
import io.carriageway.row.CameraTraffic1m;
import io.carriageway.vision.DetectorFactory;
import io.carriageway.vision.inference.ModelSchedule;
import io.carriageway.vision.model.VehicleFinder;
import java.util.Set;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Counts vehicles in camera frames. It owns topic {@code camera} with its ledger, dead letters and lake input. */
public final class CameraJob {

    public static final EventTopic<CameraFrameRow, CameraFrame> TOPIC = EventTopic.of(
                    "camera",
                    "camera frames",
                    new CameraRules(Set.of()),
                    new Dataset<>("camera_frame", CameraFrameRow.class, "captured_at"))
            .withRules(given -> new CameraRules(FrameConfig.of(given).buckets()))
            .keptBy(new FrameRowToEvent());

    /**
     * Upper bound for the size of a frame's detections: {@link VehicleFinder#MOST_VEHICLES} of 35 bytes, ids, and
     * Kafka's overhead.
     */
    private static final int DETECTION_BYTES = 35 * VehicleFinder.MOST_VEHICLES + 4096;

    /** The detections of each frame. The dataset's rows are the events themselves. */
    public static final EventTopic<FrameDetections, FrameDetections> DETECTION = EventTopic.of(
                    "detection",
                    "detections, which are what the model saw in each frame",
                    new DetectionRules(),
                    new Dataset<>("frame_detections", FrameDetections.class, "captured_at"))
            .keptBy(new DetectionRowToEvent())
            .publishedWithin(DETECTION_BYTES);

    static final Table<CameraTraffic1m> CAMERA_TRAFFIC_1M = Table.windowed(
            "camera_traffic_1m", CameraTraffic1m.class, CameraPipeline.WINDOW, "camera_id", "window_start");

    public static final JobDefinition JOB = JobDefinition.named("camera", CameraJob.class)
            .owns(TOPIC)
            .publishes(DETECTION)
            .writes(CAMERA_TRAFFIC_1M)
            .raisesAlerts()
            .attachedBy(CameraJob::attach, () -> CameraOptions.ALL);

    private CameraJob() {}

    public static void main(String[] args) throws Exception {
        JOB.run(args);
    }

    /** Builds the job from its options, without executing it. */
    public static JobSinks attach(StreamExecutionEnvironment env, String... args) throws Exception {
        var config = CameraConfig.from(env.getConfiguration(), args);
        var replay = config.resources().replay();
        return replay.isBounded() && !replay.redetects()
                ? attachReplay(env, config)
                : attach(env, config.inference().detectors(), config);
    }

    /** Builds the job with the given detector, and ignores the option {@code model}. */
    public static JobSinks attach(StreamExecutionEnvironment env, DetectorFactory detectors, String... args)
            throws Exception {
        return attach(env, ModelSchedule.always(detectors), CameraConfig.from(env.getConfiguration(), args));
    }

    private static JobSinks attach(
            StreamExecutionEnvironment env, ModelSchedule<DetectorFactory> detectors, CameraConfig config)
            throws Exception {
        var resources = config.resources();
        var replay = resources.replay();
        Environments.prepare(env, replay);
        var frames = resources.events(env, config.frames());
        var sinks = JobSinks.open(resources, JOB.flinkName());
        CameraPipeline.attach(
                replay.isBounded() ? ofRange(frames, replay) : frames,
                config.inference().with(detectors),
                new FramePictures(
                        config.pictures()
                                .fetching(
                                        config.pictureStore(),
                                        config.inference().maxPictureBytes()),
                        config.keeping(),
                        new BucketArchive()),
                CameraReference.carriagewayPolygons(resources.mysql().base()),
                replay.isBounded() ? CameraSinks.again(config, sinks) : CameraSinks.of(config, sinks));
        return sinks;
    }

    /**
     * Keeps only frames of the range. The topic contains other frames between them, and inference on those would be
     * wasted.
     */
    private static IntakeStream<CameraFrame> ofRange(IntakeStream<CameraFrame> frames, Replay replay) {
        return frames.only(frame -> replay.covers(frame.event().getCapturedAt()), "camera-of-range");
    }

    /** Counts the detections that topic detection contains. The pictures may no longer exist. */
    private static JobSinks attachReplay(StreamExecutionEnvironment env, CameraConfig config) throws Exception {
        var resources = config.resources();
        Environments.prepare(env, resources.replay());
        var detections = resources.events(env, config.detections());
        var sinks = JobSinks.open(resources, JOB.flinkName());
        CameraPipeline.attachSeen(
                detections,
                CameraReference.carriagewayPolygons(resources.mysql().base()),
                CameraSinks.of(config, sinks).traffic());
        return sinks;
    }
}
