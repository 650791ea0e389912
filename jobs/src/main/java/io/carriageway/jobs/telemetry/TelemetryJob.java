package io.carriageway.jobs.telemetry;

import io.carriageway.geo.Zones;
import io.carriageway.jobs.Environments;
import io.carriageway.jobs.io.jdbc.DatabaseSchema;
import io.carriageway.jobs.io.jdbc.RoadReference;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Turns position reports into speeds of road segments and into journeys; owner of topic {@code vehicle-telemetry}, its
 * ledger, dead letters and lake input, and of the tables of roads.
 */
public final class TelemetryJob {

    public static final String NAME = "carriageway-telemetry";

    private TelemetryJob() {}

    public static void main(String[] args) throws Exception {
        var env = StreamExecutionEnvironment.getExecutionEnvironment();
        attach(env, args);
        env.execute(NAME);
    }

    /** Builds the job from its options; {@link #main} without the execution. */
    public static void attach(StreamExecutionEnvironment env, String... args) throws Exception {
        var config = TelemetryConfig.from(args);
        var stores = config.stores();
        var network = config.roads().read();
        var replay = stores.replay();
        var arrivals =
                replay.arrivals(config.intake().timing().limits(), config.journeyGap(), config.journeyLookahead());
        Environments.prepare(env, replay);
        DatabaseSchema.migrate(stores.mysql());
        RoadReference.write(stores.mysql(), network, Zones.load());
        TelemetryPipeline.attach(
                stores.kafka().read(env, config.topic(), config.group(), arrivals),
                config.intake(),
                network,
                config.limits(),
                config.journeyGap(),
                TelemetrySinks.of(config));
    }
}
