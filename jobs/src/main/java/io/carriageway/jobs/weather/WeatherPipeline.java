package io.carriageway.jobs.weather;

import io.carriageway.event.WeatherObservation;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.jobs.alert.Alerting;
import io.carriageway.jobs.input.EventTimeConfig;
import io.carriageway.jobs.input.IntakeStream;
import io.carriageway.jobs.output.EventRows;
import io.carriageway.jobs.output.PipelineOutputs;
import io.carriageway.jobs.topology.Steps;
import io.carriageway.row.Weather10m;
import io.carriageway.weather.WeatherMetrics;
import io.carriageway.weather.WeatherSums;
import io.carriageway.weather.WeatherWindow;
import java.time.Duration;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Aggregates weather observations by station and ten minutes.
 *
 * <pre>
 * records -> intake -> verdict -+-> event -> per station and ten minutes -> weather -> alerts
 *              |                +-> accepted-observations -> observations
 *              |                +-> ledger
 *              +- late -> late-observations -> observations
 *              +- rejected
 *              +- ledger -> per minute of arrival -> ledger
 * </pre>
 */
final class WeatherPipeline {

    static final Duration WINDOW = Duration.ofMinutes(10);

    private WeatherPipeline() {}

    static void attach(IntakeStream<WeatherObservation> intake, PipelineOutputs outputs, Alerting alerting) {
        var accepted = intake.accepted();
        var weather = perStationAndTenMinutes(accepted, intake.timing());
        var ledger = intake.ledger(accepted);

        outputs.rejected(intake.rejected());
        outputs.events(
                WeatherJob.TOPIC,
                EventRows.of(WeatherJob.TOPIC, accepted, intake.late(), "accepted-observations", "late-observations"));
        outputs.rows(WeatherJob.WEATHER_10M, weather);
        alerting.attach(weather, new WeatherMetrics(), intake.timing());
        outputs.ledger(intake.perMinuteOfArrival(ledger));
    }

    private static DataStream<Weather10m> perStationAndTenMinutes(
            DataStream<ReceivedEvent<WeatherObservation>> accepted, EventTimeConfig timing) {
        return Steps.of(accepted)
                .map("event", ReceivedEvent::event, WeatherObservation.class)
                .keyBy(WeatherObservation::getStationId)
                .window(
                        "weather-10m",
                        timing.eventWindows(WINDOW),
                        new WeatherWindow(),
                        WeatherSums.class,
                        Weather10m.class)
                .stream();
    }
}
