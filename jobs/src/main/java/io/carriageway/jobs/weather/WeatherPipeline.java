package io.carriageway.jobs.weather;

import io.carriageway.event.WeatherObservation;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.jobs.EventRows;
import io.carriageway.jobs.EventTimeConfig;
import io.carriageway.jobs.IntakeStream;
import io.carriageway.row.Weather10m;
import io.carriageway.row.WeatherObservationRow;
import io.carriageway.weather.WeatherMetrics;
import io.carriageway.weather.WeatherRows;
import io.carriageway.weather.WeatherSums;
import io.carriageway.weather.WeatherWindow;
import io.carriageway.window.TumblingWindowFunction;
import java.time.Duration;
import org.apache.flink.api.common.functions.MapFunction;
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

    static void attach(IntakeStream<WeatherObservation> intake, EventTimeConfig timing, WeatherOutputs outputs) {
        var accepted = intake.accepted();
        var weather = perStationAndTenMinutes(accepted, timing);
        var late = rows(intake.late(), WeatherRows::late, "late-observations");
        var ledger = intake.ledger(accepted);

        outputs.rejected().accept(intake.rejected());
        outputs.observations()
                .accept(new EventRows<>(rows(accepted, WeatherRows::accepted, "accepted-observations"), late));
        outputs.weather().accept(weather);
        outputs.alerting().attach(weather, new WeatherMetrics(), timing);
        outputs.ledger().accept(IntakeStream.perMinuteOfArrival(ledger, timing));
    }

    private static SingleOutputStreamOperator<WeatherObservationRow> rows(
            DataStream<ReceivedEvent<WeatherObservation>> observations,
            MapFunction<ReceivedEvent<WeatherObservation>, WeatherObservationRow> row,
            String name) {
        return named(observations.map(row).returns(WeatherObservationRow.class), name);
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
