package io.carriageway.jobs.accident;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.jobs.JobResourceOptions;
import io.carriageway.jobs.input.EventTimeOptions;
import io.carriageway.jobs.input.RoadOptions;
import io.carriageway.jobs.io.kafka.KafkaOptions;
import io.carriageway.jobs.options.OptionLists;
import io.carriageway.jobs.replay.ReplayOptions;
import io.carriageway.jobs.weather.WeatherJob;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** The options of the accident job. */
final class AccidentOptions {

    static final ConfigOption<String> GROUP = KafkaOptions.group(AccidentJob.JOB.flinkName());

    static final ConfigOption<Duration> LOOKAHEAD = key("accident.lookahead")
            .durationType()
            .noDefaultValue()
            .withDescription(
                    "Time after its range in which a replay reads reports, at least twice report.limit. An hour with an accident that may continue beyond it is not written. A larger value writes more such hours and reads more input. Default: twice report.limit.");

    static final List<ConfigOption<?>> ALL = OptionLists.join(
            List.of(AccidentJob.TOPIC.option(), WeatherJob.TOPIC.option(), GROUP, ReportOptions.LIMIT, LOOKAHEAD),
            RoadOptions.ALL,
            JobResourceOptions.ALL,
            EventTimeOptions.of(AccidentJob.TOPIC),
            ReplayOptions.ALL);

    private AccidentOptions() {}
}
