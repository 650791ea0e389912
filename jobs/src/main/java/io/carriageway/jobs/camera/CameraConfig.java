package io.carriageway.jobs.camera;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.camera.CameraRules;
import io.carriageway.event.CameraFrame;
import io.carriageway.event.FrameDetections;
import io.carriageway.jobs.EventDataset;
import io.carriageway.jobs.IntakeSettings;
import io.carriageway.jobs.JobArguments;
import io.carriageway.jobs.JobStores;
import io.carriageway.jobs.Replay;
import io.carriageway.jobs.TopicEvents;
import io.carriageway.jobs.TopicTiming;
import io.carriageway.jobs.alert.AlertOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;

/** Everything that can be set about the camera job. */
record CameraConfig(
        JobStores stores,
        Topics topics,
        DetectionOptions detection,
        IntakeSettings<CameraFrame> intake,
        AlertOptions alerts) {

    /** The topics read and written; {@code group} is the consumer group that commits offsets, for monitoring only. */
    record Topics(String camera, String detection, String group) {}

    private static final ConfigOption<String> CAMERA =
            key("topic.camera").stringType().defaultValue("camera").withDescription("Topic of the frames.");
    private static final ConfigOption<String> DETECTION = key("topic.detection")
            .stringType()
            .defaultValue("detection")
            .withDescription("Topic that takes what the model saw.");
    private static final ConfigOption<String> GROUP = key("kafka.group")
            .stringType()
            .defaultValue("carriageway-camera")
            .withDescription(
                    "Consumer group under which progress is shown. Where the job starts is decided by its checkpoint.");
    private static final ConfigOption<List<String>> BUCKETS = key("frames.buckets")
            .stringType()
            .asList()
            .defaultValues()
            .withDescription("Buckets in which image_uri may point, separated by semicolons. Empty: none.");

    static CameraConfig from(String... args) throws IOException {
        var options = new ArrayList<ConfigOption<?>>(List.of(CAMERA, DETECTION, GROUP, BUCKETS));
        options.addAll(JobStores.OPTIONS);
        options.addAll(DetectionOptions.ALL);
        options.addAll(TopicTiming.OPTIONS);
        options.addAll(AlertOptions.OPTIONS);
        options.addAll(Replay.OPTIONS);
        var given = JobArguments.parse(args, options, JobStores.ENVIRONMENT);
        var stores = JobStores.of(given);
        stores.replay().requireWhole(CameraPipeline.WINDOW);
        return new CameraConfig(
                stores,
                new Topics(
                        JobArguments.require(given, CAMERA),
                        JobArguments.require(given, DETECTION),
                        JobArguments.require(given, GROUP)),
                DetectionOptions.of(given),
                new IntakeSettings<>(
                        new CameraRules(Set.copyOf(JobArguments.require(given, BUCKETS))),
                        TopicTiming.of(given),
                        stores.registry()),
                AlertOptions.of(given));
    }

    /** What a replay counts again: what the model saw then. */
    TopicEvents<FrameDetections, FrameDetections> detections() {
        return TopicEvents.read(
                topics.detection(),
                topics.group(),
                IntakeSettings.ofDetections(intake.timing(), stores.registry()),
                EventDataset.DETECTION);
    }
}
