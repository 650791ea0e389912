package io.carriageway.jobs.telemetry;

import io.carriageway.alert.AlertTable;
import io.carriageway.jobs.Aggregate;
import io.carriageway.jobs.EventDataset;
import io.carriageway.jobs.IncompleteRowGuard;
import io.carriageway.jobs.JobSinks;
import io.carriageway.jobs.alert.AlertSinks;
import io.carriageway.row.Journey;
import io.carriageway.row.SegmentSpeed1m;
import io.carriageway.row.TelemetryMatch1m;
import io.carriageway.row.TelemetryRow;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The pipeline's outputs as the product has them: Kafka, MySQL and the lake. */
final class TelemetrySinks {

    private static final Aggregate<SegmentSpeed1m> SPEED =
            Aggregate.of("segment_speed_1m", SegmentSpeed1m.class, "window_start", "segment_id", "window_start");
    private static final Aggregate<TelemetryMatch1m> MATCH =
            Aggregate.of("telemetry_match_1m", TelemetryMatch1m.class, "window_start", "window_start");
    private static final Aggregate<Journey> JOURNEY =
            Aggregate.of("journey", Journey.class, "started_at", "vehicle_id", "started_at");

    private TelemetrySinks() {}

    static TelemetryOutputs of(TelemetryConfig config, JobSinks sinks) {
        return new TelemetryOutputs(
                sinks::deadLetters,
                rows -> sinks.events(
                        rows, EventDataset.TELEMETRY.dataset(), TelemetryRow::getPartition, "vehicle-telemetry"),
                rows -> sinks.aggregate(rows, SPEED, "segment-speed-1m"),
                rows -> sinks.aggregate(rows, MATCH, "telemetry-match-1m"),
                rows -> sinks.aggregate(ended(rows, config), JOURNEY, "journey"),
                sinks::ledger,
                AlertSinks.of(sinks, config.alerts(), AlertTable.SEGMENT_SPEED_1M));
    }

    /**
     * Live, a journey is a row when it is over. Where input ends, those are over for certain after whose last report a
     * whole gap was read.
     */
    private static DataStream<Journey> ended(DataStream<Journey> rows, TelemetryConfig config) {
        var replay = config.resources().replay();
        if (!replay.isBounded()) {
            return rows;
        }
        var endedBefore = replay.to().plus(config.journeyLookahead()).minus(config.journeyGap());
        var told =
                "journeys that began in the range may go on after %s, and are not written; a longer journey.lookahead finds their end"
                        .formatted(endedBefore);
        return rows.filter(new IncompleteRowGuard<>(
                        journey -> replay.covers(journey.getStartedAt()),
                        journey -> journey.getEndedAt().isBefore(endedBefore),
                        told,
                        replay.revises()))
                .name("journey-ended")
                .uid("journey-ended");
    }
}
