package io.carriageway.jobs.camera;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.jobs.JobArguments;
import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.jobs.io.kafka.KafkaInput;
import io.carriageway.jobs.io.kafka.KafkaOptions;
import io.carriageway.jobs.io.lake.Lake;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** Everything that can be set about the camera job. */
record CameraConfig(
        KafkaInput kafka,
        Topics topics,
        MySqlConnection mysql,
        Lake lake,
        DetectionOptions detection,
        CameraRulebook rules) {

    /** The topics read and written; {@code group} is the consumer group that commits offsets, for monitoring only. */
    record Topics(String camera, String detection, String deadLetter, String group) {}

    private static final ConfigOption<String> CAMERA =
            key("topic.camera").stringType().defaultValue("camera").withDescription("Topic of the frames.");
    private static final ConfigOption<String> DETECTION = key("topic.detection")
            .stringType()
            .defaultValue("detection")
            .withDescription("Topic that takes what the model saw.");
    private static final ConfigOption<String> DEAD_LETTER = key("topic.dead-letter")
            .stringType()
            .defaultValue("dead-letter")
            .withDescription("Topic that takes rejected records.");
    private static final ConfigOption<String> GROUP = key("kafka.group")
            .stringType()
            .defaultValue("carriageway-camera")
            .withDescription(
                    "Consumer group under which progress is shown. Where the job starts is decided by its checkpoint.");

    static CameraConfig from(String... args) throws IOException {
        var options = new ArrayList<ConfigOption<?>>(List.of(CAMERA, DETECTION, DEAD_LETTER, GROUP, Lake.ROOT));
        options.addAll(KafkaOptions.ALL);
        options.addAll(MySqlConnection.OPTIONS);
        options.addAll(DetectionOptions.ALL);
        options.addAll(CameraRulebook.OPTIONS);
        var given = JobArguments.parse(args, options, MySqlConnection.ENVIRONMENT);
        return new CameraConfig(
                KafkaInput.of(given),
                new Topics(
                        JobArguments.require(given, CAMERA),
                        JobArguments.require(given, DETECTION),
                        JobArguments.require(given, DEAD_LETTER),
                        JobArguments.require(given, GROUP)),
                MySqlConnection.of(given),
                Lake.of(given),
                DetectionOptions.of(given),
                CameraRulebook.of(given));
    }
}
