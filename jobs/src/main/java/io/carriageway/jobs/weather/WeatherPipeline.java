package io.carriageway.jobs.weather;

import io.carriageway.event.WeatherObservation;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.jobs.EventRows;
import io.carriageway.jobs.EventTimeConfig;
import io.carriageway.jobs.IntakeStream;
import io.carriageway.jobs.PipelineOutputs;
import io.carriageway.jobs.alert.Alerting;
import io.carriageway.row.Weather10m;
import io.carriageway.weather.WeatherMetrics;
import io.carriageway.weather.WeatherSums;
import io.carriageway.weather.WeatherWindow;
import io.carriageway.window.TumblingWindowFunction;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Sums the weather up.
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

    private static SingleOutputStreamOperator<Weather10m> perStationAndTenMinutes(
            DataStream<ReceivedEvent<WeatherObservation>> accepted, EventTimeConfig timing) {
        var observations = named(accepted.map(ReceivedEvent::event).returns(WeatherObservation.class), "event");
        return named(
                observations
                        .keyBy(WeatherObservation::getStationId)
                        .process(new TumblingWindowFunction<>(
                                timing.eventWindows(WINDOW),
                                new WeatherWindow(),
                                TypeInformation.of(WeatherSums.class)))
                        .returns(Weather10m.class),
                "weather-10m");
    }

    private static <T> SingleOutputStreamOperator<T> named(SingleOutputStreamOperator<T> step, String name) {
        return step.name(name).uid(name);
    }
}
