package io.carriageway.jobs.telemetry;

import io.carriageway.alert.AlertTable;
import io.carriageway.jobs.alert.AlertSinks;
import io.carriageway.jobs.output.JobSinks;
import io.carriageway.jobs.replay.IncompleteRowGuard;
import io.carriageway.jobs.topology.Steps;
import io.carriageway.row.Journey;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Connects the pipeline's outputs to Kafka, MySQL and the lake. */
final class TelemetrySinks {

    private TelemetrySinks() {}

    static TelemetryOutputs of(TelemetryConfig config, JobSinks sinks) {
        return new TelemetryOutputs(
                sinks::rejected,
                rows -> sinks.events(TelemetryJob.TOPIC, rows),
                rows -> sinks.rows(TelemetryJob.SEGMENT_SPEED_1M, rows),
                rows -> sinks.rows(TelemetryJob.TELEMETRY_MATCH_1M, rows),
                rows -> sinks.rows(TelemetryJob.JOURNEY, ended(rows, config)),
                sinks::ledger,
                AlertSinks.of(sinks, config.alerts(), AlertTable.SEGMENT_SPEED_1M));
    }

    /**
     * The finished journeys. In a live run, a journey becomes a row when it is over. In a bounded run, a journey is
     * certainly over if the input was read for a whole gap after its last report.
     */
    private static DataStream<Journey> ended(DataStream<Journey> rows, TelemetryConfig config) {
        var replay = config.resources().replay();
        if (!replay.isBounded()) {
            return rows;
        }
        var endedBefore = replay.to().plus(config.journeyLookahead()).minus(config.journeyGap());
        var told =
                "journeys that began in the range may continue after %s, and are not written; a longer journey.lookahead finds their end"
                        .formatted(endedBefore);
        var guard = new IncompleteRowGuard<Journey>(
                journey -> replay.covers(journey.getStartedAt()),
                journey -> journey.getEndedAt().isBefore(endedBefore),
                told,
                replay.revises());
        return Steps.of(rows).filter("journey-ended", guard).stream();
    }
}
