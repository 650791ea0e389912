package io.carriageway.verify.topic;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.event.WeatherObservation;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.intake.Rejection;
import io.carriageway.intake.TopicRules;
import io.carriageway.jobs.alert.Alerting;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.definition.JobDefinition;
import io.carriageway.jobs.input.IntakeStream;
import io.carriageway.jobs.output.EventRows;
import io.carriageway.jobs.output.PipelineOutputs;
import io.carriageway.jobs.topology.Steps;
import io.carriageway.jobs.weather.WeatherJob;
import io.carriageway.row.Weather10m;
import io.carriageway.row.WeatherObservationRow;
import io.carriageway.weather.WeatherRules;
import io.carriageway.weather.WeatherSums;
import io.carriageway.weather.WeatherWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.configuration.ConfigOption;

/**
 * A job with properties that no job of the suite has: an observation covers the ten minutes after its time, and is
 * known at their end. It is late after an hour, and is summed by hours whose start an option sets.
 */
final class WeatherOfPeriods {

    static final Duration PERIOD = Duration.ofMinutes(10);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final ConfigOption<Duration> HOUR_OFFSET =
            key("weather.hour-offset").durationType().defaultValue(Duration.ZERO);

    private static final EventTopic<WeatherObservationRow, WeatherObservation> TOPIC = WeatherJob.TOPIC
            .withRules(given -> new Rules(new WeatherRules()))
            .lateAfter(HOUR)
            .hoursBegin(HOUR_OFFSET);

    /** It has the name of an existing table. */
    private static final Table<Weather10m> WEATHER_1H =
            Table.windowed("weather_10m", Weather10m.class, HOUR, "station_id", "window_start");

    static final JobDefinition JOB = JobDefinition.named("weather-of-periods", WeatherOfPeriods.class)
            .writes(WEATHER_1H)
            .pipeline(TOPIC, WeatherOfPeriods::attach);

    private WeatherOfPeriods() {}

    private static void attach(IntakeStream<WeatherObservation> intake, PipelineOutputs outputs, Alerting alerting) {
        var accepted = intake.accepted();
        outputs.rejected(intake.rejected());
        outputs.events(TOPIC, EventRows.of(TOPIC, accepted, intake.late(), "accepted-periods", "late-periods"));
        outputs.rows(
                WEATHER_1H,
                Steps.of(accepted)
                        .map("event", ReceivedEvent::event, WeatherObservation.class)
                        .keyBy(WeatherObservation::getStationId)
                        .window(
                                "weather-1h",
                                intake.timing().eventWindows(HOUR),
                                new WeatherWindow(),
                                WeatherSums.class,
                                Weather10m.class)
                        .stream());
        outputs.ledger(intake.perMinuteOfArrival(intake.ledger(accepted)));
    }

    private record Rules(WeatherRules weather) implements TopicRules<WeatherObservation> {

        @Override
        public Class<WeatherObservation> recordClass() {
            return weather.recordClass();
        }

        @Override
        public String entityId(WeatherObservation observation) {
            return weather.entityId(observation);
        }

        @Override
        public String identity(WeatherObservation observation) {
            return weather.identity(observation);
        }

        @Override
        public Instant eventTime(WeatherObservation observation) {
            return weather.eventTime(observation);
        }

        @Override
        public Instant knownAt(WeatherObservation observation) {
            return eventTime(observation).plus(PERIOD);
        }

        @Override
        public Duration longestUntilKnown() {
            return PERIOD;
        }

        @Override
        public Optional<Rejection> check(WeatherObservation observation) {
            return weather.check(observation);
        }
    }
}
