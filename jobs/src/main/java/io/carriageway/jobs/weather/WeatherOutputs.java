package io.carriageway.jobs.weather;

import io.carriageway.intake.Rejected;
import io.carriageway.jobs.EventRows;
import io.carriageway.jobs.alert.Alerting;
import io.carriageway.row.EventLedger1m;
import io.carriageway.row.Weather10m;
import io.carriageway.row.WeatherObservationRow;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Where the pipeline's streams go.
 *
 * @param rejected refused records
 * @param observations accepted and late observations
 * @param weather provisional and final rows per station and ten minutes
 * @param ledger provisional and final rows per minute of arrival
 * @param alerting by which rules alerts are raised, and where they go
 */
public record WeatherOutputs(
        Consumer<DataStream<Rejected>> rejected,
        Consumer<EventRows<WeatherObservationRow>> observations,
        Consumer<DataStream<Weather10m>> weather,
        Consumer<DataStream<EventLedger1m>> ledger,
        Alerting alerting) {

    /** Without alerts. */
    public WeatherOutputs(
            Consumer<DataStream<Rejected>> rejected,
            Consumer<EventRows<WeatherObservationRow>> observations,
            Consumer<DataStream<Weather10m>> weather,
            Consumer<DataStream<EventLedger1m>> ledger) {
        this(rejected, observations, weather, ledger, Alerting.NONE);
    }
}
