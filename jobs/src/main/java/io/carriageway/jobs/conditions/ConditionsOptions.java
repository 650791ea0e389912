package io.carriageway.jobs.conditions;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.jobs.JobResourceOptions;
import io.carriageway.jobs.accident.AccidentJob;
import io.carriageway.jobs.accident.ReportOptions;
import io.carriageway.jobs.alert.AlertOptions;
import io.carriageway.jobs.camera.CameraJob;
import io.carriageway.jobs.input.EventTimeOptions;
import io.carriageway.jobs.input.RoadOptions;
import io.carriageway.jobs.io.kafka.KafkaOptions;
import io.carriageway.jobs.options.OptionLists;
import io.carriageway.jobs.replay.ReplayOptions;
import io.carriageway.jobs.telemetry.TelemetryJob;
import io.carriageway.jobs.weather.WeatherJob;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** The options of the conditions job. */
final class ConditionsOptions {

    static final ConfigOption<Duration> ACTIVE_FOR = key("accident.active-for")
            .durationType()
            .defaultValue(Duration.ofHours(3))
            .withDescription(
                    "Time after its newest report during which an accident that was reported active counts as active. A larger value counts an accident that is never resolved for longer.");

    static final ConfigOption<String> GROUP = KafkaOptions.group(ConditionsJob.JOB.flinkName());

    static final List<ConfigOption<?>> ALL = OptionLists.join(
            List.of(ACTIVE_FOR, RoadOptions.HEADING, ReportOptions.LIMIT),
            List.of(
                    CameraJob.DETECTION.option(),
                    TelemetryJob.TOPIC.option(),
                    WeatherJob.TOPIC.option(),
                    AccidentJob.TOPIC.option(),
                    GROUP),
            RoadOptions.ALL,
            JobResourceOptions.ALL,
            EventTimeOptions.ALL,
            AlertOptions.ALL,
            ReplayOptions.ALL);

    private ConditionsOptions() {}
}
