package io.carriageway.jobs.telemetry;

import io.carriageway.event.VehicleTelemetry;
import io.carriageway.geo.Zones;
import io.carriageway.jobs.Environments;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.definition.JobDefinition;
import io.carriageway.jobs.io.jdbc.reference.RoadReference;
import io.carriageway.jobs.io.lake.Dataset;
import io.carriageway.jobs.output.JobSinks;
import io.carriageway.row.Journey;
import io.carriageway.row.SegmentSpeed1m;
import io.carriageway.row.TelemetryMatch1m;
import io.carriageway.row.VehicleTelemetryRow;
import io.carriageway.telemetry.TelemetryRules;
import java.time.Duration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Turns position reports into speeds of road segments and into journeys. It owns topic {@code vehicle-telemetry} with
 * its ledger, dead letters and lake input, and writes the tables of roads.
 */
public final class TelemetryJob {

    public static final EventTopic<VehicleTelemetryRow, VehicleTelemetry> TOPIC = EventTopic.of(
            "vehicle-telemetry",
            "position reports",
            new TelemetryRules(),
            new Dataset<>("vehicle_telemetry", VehicleTelemetryRow.class, "recorded_at"));

    static final Table<SegmentSpeed1m> SEGMENT_SPEED_1M = Table.windowed(
            "segment_speed_1m", SegmentSpeed1m.class, TelemetryPipeline.WINDOW, "segment_id", "window_start");
    static final Table<TelemetryMatch1m> TELEMETRY_MATCH_1M =
            Table.windowed("telemetry_match_1m", TelemetryMatch1m.class, TelemetryPipeline.WINDOW, "window_start");

    /**
     * Journeys, by their start. A journey may last for hours; a longer one arrives in an hour that is already final, as
     * a late event does.
     */
    static final Table<Journey> JOURNEY = Table.timed(
                    "journey", Journey.class, "started_at", "vehicle_id", "started_at")
            .settlingFor(given -> Duration.ofHours(12));

    public static final JobDefinition JOB = JobDefinition.named("telemetry", TelemetryJob.class)
            .owns(TOPIC)
            .writes(SEGMENT_SPEED_1M, TELEMETRY_MATCH_1M, JOURNEY)
            .raisesAlerts()
            .attachedBy(TelemetryJob::attach, () -> TelemetryOptions.ALL);

    private TelemetryJob() {}

    public static void main(String[] args) throws Exception {
        JOB.run(args);
    }

    /** Builds the job from its options, without executing it. */
    public static JobSinks attach(StreamExecutionEnvironment env, String... args) throws Exception {
        var config = TelemetryConfig.from(args);
        var resources = config.resources();
        var network = config.roads().read();
        Environments.prepare(env, resources.replay());
        var reports = resources.events(env, config.reports());
        var sinks = JobSinks.open(resources, JOB.flinkName());
        RoadReference.write(resources.mysql(), network, Zones.load());
        TelemetryPipeline.attach(
                reports, network, config.limits(), config.journeyGap(), TelemetrySinks.of(config, sinks));
        return sinks;
    }
}
