package io.carriageway.jobs.telemetry;

import io.carriageway.jobs.JobStores;
import io.carriageway.jobs.alert.AlertSinks;
import io.carriageway.jobs.io.jdbc.UpsertTable;
import io.carriageway.row.Journey;
import io.carriageway.row.SegmentSpeed1m;
import io.carriageway.row.TelemetryMatch1m;
import io.carriageway.row.TelemetryRow;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The pipeline's outputs as the product has them: Kafka, MySQL and the lake. */
final class TelemetrySinks {

    private static final UpsertTable<SegmentSpeed1m> SPEED = UpsertTable.of(
            "segment_speed_1m", SegmentSpeed1m.getClassSchema(), List.of("segment_id", "window_start"), "window_start");
    private static final UpsertTable<TelemetryMatch1m> MATCH = UpsertTable.of(
            "telemetry_match_1m", TelemetryMatch1m.getClassSchema(), List.of("window_start"), "window_start");
    private static final UpsertTable<Journey> JOURNEY =
            UpsertTable.of("journey", Journey.getClassSchema(), List.of("vehicle_id", "started_at"), "started_at");

    private final TelemetryConfig config;
    private final JobStores stores;

    private TelemetrySinks(TelemetryConfig config) {
        this.config = config;
        this.stores = config.stores();
    }

    static TelemetryOutputs of(TelemetryConfig config) {
        var stores = config.stores();
        var sinks = new TelemetrySinks(config);
        return new TelemetryOutputs(
                rejected -> stores.deadLetters(rejected, true),
                sinks::reports,
                sinks::speeds,
                sinks::matches,
                sinks::journeys,
                stores::ledger,
                AlertSinks.of(stores, config.alerts()));
    }

    private void reports(DataStream<TelemetryRow> rows) {
        stores.dataset(rows, "vehicle_telemetry", TelemetryRow.class, TelemetryRow::getRecordedAt, "vehicle-telemetry");
    }

    private void speeds(DataStream<SegmentSpeed1m> rows) {
        stores.table(rows, SPEED, "segment-speed-1m");
        stores.finals(
                rows,
                SegmentSpeed1m::getComplete,
                "segment_speed_1m",
                SegmentSpeed1m.class,
                SegmentSpeed1m::getWindowStart,
                "segment-speed-1m");
    }

    private void matches(DataStream<TelemetryMatch1m> rows) {
        stores.table(rows, MATCH, "telemetry-match-1m");
        stores.finals(
                rows,
                TelemetryMatch1m::getComplete,
                "telemetry_match_1m",
                TelemetryMatch1m.class,
                TelemetryMatch1m::getWindowStart,
                "telemetry-match-1m");
    }

    private void journeys(DataStream<Journey> rows) {
        stores.table(ended(rows), JOURNEY, "journey");
        stores.dataset(rows, "journey", Journey.class, Journey::getStartedAt, "journey");
    }

    /** Live, a journey is a row when it is over; where input ends, the last ones may not be. */
    private DataStream<Journey> ended(DataStream<Journey> rows) {
        var replay = stores.replay();
        return replay.isBounded()
                ? rows.filter(new EndedJourneys(replay, config.journeyLookahead(), config.journeyGap()))
                        .name("journey-ended")
                        .uid("journey-ended")
                : rows;
    }
}
