package io.carriageway.jobs.camera;

import io.carriageway.jobs.JobResourceOptions;
import io.carriageway.jobs.alert.AlertOptions;
import io.carriageway.jobs.input.EventTimeOptions;
import io.carriageway.jobs.io.kafka.KafkaOptions;
import io.carriageway.jobs.options.OptionLists;
import io.carriageway.jobs.replay.ReplayOptions;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** The options of the camera job. */
final class CameraOptions {

    static final ConfigOption<String> GROUP = KafkaOptions.group(CameraJob.JOB.flinkName());

    static final List<ConfigOption<?>> ALL = OptionLists.join(
            List.of(CameraJob.TOPIC.option(), CameraJob.DETECTION.option(), GROUP, ReplayOptions.REDETECT),
            JobResourceOptions.ALL,
            InferenceOptions.ALL,
            FrameOptions.ALL,
            EventTimeOptions.of(CameraJob.TOPIC),
            AlertOptions.ALL,
            ReplayOptions.ALL);

    private CameraOptions() {}
}
