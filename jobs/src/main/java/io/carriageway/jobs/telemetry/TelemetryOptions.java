package io.carriageway.jobs.telemetry;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.jobs.JobResourceOptions;
import io.carriageway.jobs.alert.AlertOptions;
import io.carriageway.jobs.input.EventTimeOptions;
import io.carriageway.jobs.input.RoadOptions;
import io.carriageway.jobs.io.kafka.KafkaOptions;
import io.carriageway.jobs.options.OptionLists;
import io.carriageway.jobs.replay.ReplayOptions;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** The options of the telemetry job. */
final class TelemetryOptions {

    static final ConfigOption<String> GROUP = KafkaOptions.group(TelemetryJob.JOB.flinkName());

    static final ConfigOption<Duration> GAP = key("journey.gap")
            .durationType()
            .defaultValue(Duration.ofMinutes(5))
            .withDescription(
                    "Longest time between two reports of one journey. A longer gap ends the journey, so a larger value makes fewer and longer journeys.");

    static final ConfigOption<Duration> LOOKAHEAD = key("journey.lookahead")
            .durationType()
            .defaultValue(Duration.ofHours(4))
            .withDescription(
                    "Time after its range in which a replay looks for the ends of journeys. A journey that may continue beyond it is not written. A larger value writes longer journeys and reads more input.");

    static final List<ConfigOption<?>> ALL = OptionLists.join(
            List.of(TelemetryJob.TOPIC.option(), GROUP, RoadOptions.HEADING, GAP, LOOKAHEAD),
            RoadOptions.ALL,
            JobResourceOptions.ALL,
            EventTimeOptions.of(TelemetryJob.TOPIC),
            AlertOptions.ALL,
            ReplayOptions.ALL);

    private TelemetryOptions() {}
}
