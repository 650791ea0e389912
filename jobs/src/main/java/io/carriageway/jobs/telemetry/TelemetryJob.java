package io.carriageway.jobs.telemetry;

import io.carriageway.geo.Zones;
import io.carriageway.jobs.Environments;
import io.carriageway.jobs.JobSinks;
import io.carriageway.jobs.io.jdbc.RoadReference;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Turns position reports into speeds of road segments and into journeys; owner of topic {@code vehicle-telemetry}, its
 * ledger, dead letters and lake input, and of the tables of roads.
 */
public final class TelemetryJob {

    public static final String NAME = "carriageway-telemetry";

    private TelemetryJob() {}

    /** Everything that can be set. */
    public static List<ConfigOption<?>> options() {
        return TelemetryConfig.OPTIONS;
    }

    public static void main(String[] args) throws Exception {
        var env = StreamExecutionEnvironment.getExecutionEnvironment();
        attach(env, args).execute(env, NAME);
    }

    /** Builds the job from its options; {@link #main} without the execution. */
    public static JobSinks attach(StreamExecutionEnvironment env, String... args) throws Exception {
        var config = TelemetryConfig.from(args);
        var resources = config.resources();
        var network = config.roads().read();
        Environments.prepare(env, resources.replay());
        var reports = resources.events(env, config.reports());
        var sinks = resources.open(NAME);
        RoadReference.write(resources.mysql(), network, Zones.load());
        TelemetryPipeline.attach(
                reports,
                config.intake().timing(),
                network,
                config.limits(),
                config.journeyGap(),
                TelemetrySinks.of(config, sinks));
        return sinks;
    }
}
