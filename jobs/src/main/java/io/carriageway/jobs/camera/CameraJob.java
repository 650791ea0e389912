package io.carriageway.jobs.camera;

import io.carriageway.camera.FramePictures;
import io.carriageway.event.CameraFrame;
import io.carriageway.jobs.Environments;
import io.carriageway.jobs.IntakeStream;
import io.carriageway.jobs.JobSinks;
import io.carriageway.jobs.Replay;
import io.carriageway.jobs.io.jdbc.CameraReference;
import io.carriageway.jobs.io.lake.BucketArchive;
import io.carriageway.vision.DetectorFactory;
import io.carriageway.vision.ModelSchedule;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Counts vehicles in camera frames; owner of topic {@code camera}, its ledger, dead letters and lake input. */
public final class CameraJob {

    public static final String NAME = "carriageway-camera";

    private CameraJob() {}

    /** Everything that can be set. */
    public static List<ConfigOption<?>> options() {
        return CameraConfig.OPTIONS;
    }

    public static void main(String[] args) throws Exception {
        var env = StreamExecutionEnvironment.getExecutionEnvironment();
        attach(env, args).execute(env, NAME);
    }

    /** Builds the job from its options; {@link #main} without the execution. */
    public static JobSinks attach(StreamExecutionEnvironment env, String... args) throws Exception {
        var config = CameraConfig.from(args);
        var replay = config.resources().replay();
        return replay.isBounded() && !replay.redetects()
                ? attachReplay(env, config)
                : attach(env, config.detection().detectors(), config);
    }

    /** Builds the job with a detector of the caller's own, whatever the option {@code model} says. */
    public static JobSinks attach(StreamExecutionEnvironment env, DetectorFactory detectors, String... args)
            throws Exception {
        return attach(env, ModelSchedule.always(detectors), CameraConfig.from(args));
    }

    private static JobSinks attach(
            StreamExecutionEnvironment env, ModelSchedule<DetectorFactory> detectors, CameraConfig config)
            throws Exception {
        var resources = config.resources();
        var replay = resources.replay();
        Environments.prepare(env, replay);
        var frames = resources.events(env, config.frames());
        var sinks = resources.open(NAME);
        CameraPipeline.attach(
                replay.isBounded() ? ofRange(frames, replay) : frames,
                config.intake().timing(),
                config.detection().with(detectors),
                new FramePictures(
                        config.pictures().fetching(config.pictureStore()), config.keeping(), new BucketArchive()),
                CameraReference.roadMasks(resources.mysql().base()),
                replay.isBounded() ? CameraSinks.again(config, sinks) : CameraSinks.of(config, sinks));
        return sinks;
    }

    /** A look costs too much to be taken at frames of other rows, which a topic has between those of the range. */
    private static IntakeStream<CameraFrame> ofRange(IntakeStream<CameraFrame> frames, Replay replay) {
        return frames.only(frame -> replay.covers(frame.event().getCapturedAt()), "camera-of-range");
    }

    /** A replay counts what the model saw then, as topic detection has it; pictures may be gone by now. */
    private static JobSinks attachReplay(StreamExecutionEnvironment env, CameraConfig config) throws Exception {
        var resources = config.resources();
        Environments.prepare(env, resources.replay());
        var detections = resources.events(env, config.detections());
        var sinks = resources.open(NAME);
        CameraPipeline.attachSeen(
                detections,
                config.intake().timing(),
                CameraReference.roadMasks(resources.mysql().base()),
                CameraSinks.of(config, sinks).traffic());
        return sinks;
    }
}
