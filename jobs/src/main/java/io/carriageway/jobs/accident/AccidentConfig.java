package io.carriageway.jobs.accident;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.event.AccidentReport;
import io.carriageway.event.WeatherObservation;
import io.carriageway.geo.MatchLimits;
import io.carriageway.jobs.EventDataset;
import io.carriageway.jobs.JobArguments;
import io.carriageway.jobs.JobStores;
import io.carriageway.jobs.ReplayOptions;
import io.carriageway.jobs.RoadOptions;
import io.carriageway.jobs.TopicEvents;
import io.carriageway.jobs.TopicTiming;
import io.carriageway.row.AccidentReportRow;
import io.carriageway.row.WeatherObservationRow;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** Everything that can be set about the accident job; {@code group} is for monitoring only. */
record AccidentConfig(
        JobStores stores,
        String topic,
        String weatherTopic,
        String group,
        RoadOptions roads,
        AccidentSettings settings,
        AccidentReach reach) {

    private static final ConfigOption<String> TOPIC = key("topic.accident")
            .stringType()
            .defaultValue("accident")
            .withDescription("Topic of the accident reports.");
    private static final ConfigOption<String> WEATHER_TOPIC = key("topic.weather")
            .stringType()
            .defaultValue("weather")
            .withDescription("Topic of the weather observations. The job reads it and writes nothing about it.");
    private static final ConfigOption<String> GROUP = key("kafka.group")
            .stringType()
            .defaultValue("carriageway-accident")
            .withDescription(
                    "Consumer group under which progress is shown. Where the job starts is decided by its checkpoint.");

    private static final ConfigOption<Duration> LOOKAHEAD = key("accident.lookahead")
            .durationType()
            .noDefaultValue()
            .withDescription(
                    "How long after its range a replay reads reports. An hour with an accident that may go on longer is not written. Less than twice report.limit is refused. Default: twice report.limit.");

    static final List<ConfigOption<?>> OPTIONS = options();

    /** A report has no heading, so every direction will do. */
    private static final double ANY_HEADING = 180;

    static AccidentConfig from(String... args) throws IOException {
        var given = JobArguments.parse(args, OPTIONS, JobStores.ENVIRONMENT);
        var stores = JobStores.of(given);
        stores.replay().requireWhole(AccidentReach.HOUR);
        var roads = RoadOptions.of(given);
        var reportLimit = JobArguments.require(given, TopicTiming.REPORT_LIMIT);
        return new AccidentConfig(
                stores,
                JobArguments.require(given, TOPIC),
                JobArguments.require(given, WEATHER_TOPIC),
                JobArguments.require(given, GROUP),
                roads,
                new AccidentSettings(
                        TopicTiming.of(given),
                        reportLimit,
                        new MatchLimits(roads.distanceMetres(), ANY_HEADING),
                        stores.registry()),
                AccidentReach.of(stores.replay(), reportLimit, JobArguments.optional(given, LOOKAHEAD)));
    }

    private static List<ConfigOption<?>> options() {
        var options = new ArrayList<ConfigOption<?>>(
                List.of(TOPIC, WEATHER_TOPIC, GROUP, TopicTiming.REPORT_LIMIT, LOOKAHEAD));
        options.addAll(RoadOptions.OPTIONS);
        options.addAll(JobStores.OPTIONS);
        options.addAll(TopicTiming.OPTIONS);
        options.addAll(ReplayOptions.ALL);
        return List.copyOf(options);
    }

    /** Accidents are rare, so their topic may be silent. */
    TopicEvents<AccidentReportRow, AccidentReport> reports() {
        return TopicEvents.owned(topic, group, settings.intake(), EventDataset.ACCIDENT)
                .reaching(reach.lookback(), reach.lookahead())
                .ofRareEvents();
    }

    /** That time has passed is shown by the weather. */
    TopicEvents<WeatherObservationRow, WeatherObservation> observations() {
        return TopicEvents.read(weatherTopic, group, settings.weatherIntake(), EventDataset.WEATHER)
                .reaching(AccidentReach.OBSERVATIONS_HOLD, reach.lookahead());
    }
}
