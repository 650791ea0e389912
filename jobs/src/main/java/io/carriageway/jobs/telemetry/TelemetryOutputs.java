package io.carriageway.jobs.telemetry;

import io.carriageway.intake.Rejected;
import io.carriageway.jobs.alert.Alerting;
import io.carriageway.jobs.output.EventRows;
import io.carriageway.row.EventLedger1m;
import io.carriageway.row.Journey;
import io.carriageway.row.SegmentSpeed1m;
import io.carriageway.row.TelemetryMatch1m;
import io.carriageway.row.VehicleTelemetryRow;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The destinations of the pipeline's streams.
 *
 * @param rejected rejected records
 * @param reports accepted and late reports
 * @param speeds provisional and final rows per segment and minute
 * @param matches provisional and final rows per minute: number of reports by result of map matching
 * @param journeys final rows
 * @param ledger provisional and final rows per minute of arrival
 * @param alerting the rules of alerts, and the destinations of alerts
 */
public record TelemetryOutputs(
        Consumer<DataStream<Rejected>> rejected,
        Consumer<EventRows<VehicleTelemetryRow>> reports,
        Consumer<DataStream<SegmentSpeed1m>> speeds,
        Consumer<DataStream<TelemetryMatch1m>> matches,
        Consumer<DataStream<Journey>> journeys,
        Consumer<DataStream<EventLedger1m>> ledger,
        Alerting alerting) {

    /** Without alerts. */
    public TelemetryOutputs(
            Consumer<DataStream<Rejected>> rejected,
            Consumer<EventRows<VehicleTelemetryRow>> reports,
            Consumer<DataStream<SegmentSpeed1m>> speeds,
            Consumer<DataStream<TelemetryMatch1m>> matches,
            Consumer<DataStream<Journey>> journeys,
            Consumer<DataStream<EventLedger1m>> ledger) {
        this(rejected, reports, speeds, matches, journeys, ledger, Alerting.NONE);
    }
}
