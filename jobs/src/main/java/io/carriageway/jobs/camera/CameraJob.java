package io.carriageway.jobs.camera;

import io.carriageway.jobs.Environments;
import io.carriageway.jobs.IntakeSettings;
import io.carriageway.jobs.io.jdbc.CameraReference;
import io.carriageway.jobs.io.jdbc.DatabaseSchema;
import io.carriageway.jobs.io.lake.BucketPictures;
import io.carriageway.vision.DetectorFactory;
import io.carriageway.vision.ModelSchedule;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Counts vehicles in camera frames; owner of topic {@code camera}, its ledger, dead letters and lake input. */
public final class CameraJob {

    public static final String NAME = "carriageway-camera";

    private CameraJob() {}

    public static void main(String[] args) throws Exception {
        var env = StreamExecutionEnvironment.getExecutionEnvironment();
        attach(env, args);
        env.execute(NAME);
    }

    /** Builds the job from its options; {@link #main} without the execution. */
    public static void attach(StreamExecutionEnvironment env, String... args) throws Exception {
        var config = CameraConfig.from(args);
        if (config.stores().replay().isBounded()) {
            attachReplay(env, config);
        } else {
            attach(env, config.detection().detectors(), config);
        }
    }

    /** Builds the job with a detector of the caller's own, whatever the option {@code model} says. */
    public static void attach(StreamExecutionEnvironment env, DetectorFactory detectors, String... args)
            throws Exception {
        attach(env, ModelSchedule.always(detectors), CameraConfig.from(args));
    }

    private static void attach(
            StreamExecutionEnvironment env, ModelSchedule<DetectorFactory> detectors, CameraConfig config)
            throws Exception {
        Environments.prepare(env);
        DatabaseSchema.migrate(config.stores().mysql());
        CameraPipeline.attach(
                config.stores()
                        .kafka()
                        .read(env, config.topics().camera(), config.topics().group()),
                config.intake(),
                config.detection().with(detectors),
                new BucketPictures(),
                CameraReference.roadMasks(config.stores().mysql()),
                CameraSinks.of(config));
    }

    /** A replay counts what the model saw then, as topic detection has it; pictures may be gone by now. */
    private static void attachReplay(StreamExecutionEnvironment env, CameraConfig config) throws Exception {
        var stores = config.stores();
        var topics = config.topics();
        var timing = config.intake().timing();
        var seen = IntakeSettings.ofDetections(timing, stores.registry());
        var arrivals = stores.replay().arrivals(seen.timing().limits());
        Environments.prepare(env, stores.replay());
        DatabaseSchema.migrate(stores.mysql());
        CameraPipeline.attachSeen(
                stores.kafka().read(env, topics.detection(), topics.group(), arrivals),
                seen,
                timing,
                CameraReference.roadMasks(stores.mysql()),
                CameraSinks.of(config).traffic());
    }
}
