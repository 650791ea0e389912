package io.carriageway.jobs.camera;

import io.carriageway.camera.FramePictures;
import io.carriageway.event.CameraFrame;
import io.carriageway.jobs.Environments;
import io.carriageway.jobs.JobOutputs;
import io.carriageway.jobs.Replay;
import io.carriageway.jobs.TopicIntake;
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
    public static JobOutputs attach(StreamExecutionEnvironment env, String... args) throws Exception {
        var config = CameraConfig.from(args);
        var replay = config.stores().replay();
        return replay.isBounded() && !replay.redetects()
                ? attachReplay(env, config)
                : attach(env, config.detection().detectors(), config);
    }

    /** Builds the job with a detector of the caller's own, whatever the option {@code model} says. */
    public static JobOutputs attach(StreamExecutionEnvironment env, DetectorFactory detectors, String... args)
            throws Exception {
        return attach(env, ModelSchedule.always(detectors), CameraConfig.from(args));
    }

    private static JobOutputs attach(
            StreamExecutionEnvironment env, ModelSchedule<DetectorFactory> detectors, CameraConfig config)
            throws Exception {
        var stores = config.stores();
        var replay = stores.replay();
        Environments.prepare(env, replay);
        var frames = stores.events(env, config.frames());
        var outputs = stores.open(NAME);
        CameraPipeline.attach(
                replay.isBounded() ? ofRange(frames, replay) : frames,
                config.intake().timing(),
                config.detection().with(detectors),
                new FramePictures(
                        config.pictures().fetching(config.pictureStore()), config.keeping(), new BucketArchive()),
                CameraReference.roadMasks(stores.mysql().base()),
                replay.isBounded() ? CameraSinks.again(config, outputs) : CameraSinks.of(config, outputs));
        return outputs;
    }

    /** A look costs too much to be taken at frames of other rows, which a topic has between those of the range. */
    private static TopicIntake<CameraFrame> ofRange(TopicIntake<CameraFrame> frames, Replay replay) {
        return frames.only(frame -> replay.covers(frame.event().getCapturedAt()), "camera-of-range");
    }

    /** A replay counts what the model saw then, as topic detection has it; pictures may be gone by now. */
    private static JobOutputs attachReplay(StreamExecutionEnvironment env, CameraConfig config) throws Exception {
        var stores = config.stores();
        Environments.prepare(env, stores.replay());
        var detections = stores.events(env, config.detections());
        var outputs = stores.open(NAME);
        CameraPipeline.attachSeen(
                detections,
                config.intake().timing(),
                CameraReference.roadMasks(stores.mysql().base()),
                CameraSinks.of(config, outputs).traffic());
        return outputs;
    }
}
