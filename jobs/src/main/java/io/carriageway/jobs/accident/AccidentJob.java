package io.carriageway.jobs.accident;

import io.carriageway.jobs.Environments;
import io.carriageway.jobs.io.jdbc.DatabaseSchema;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Follows accidents and counts them; owner of topic {@code accident}, its ledger, dead letters and lake input. Topic
 * {@code weather} it only reads.
 */
public final class AccidentJob {

    public static final String NAME = "carriageway-accident";

    private AccidentJob() {}

    public static void main(String[] args) throws Exception {
        var env = StreamExecutionEnvironment.getExecutionEnvironment();
        attach(env, args);
        env.execute(NAME);
    }

    /** Builds the job from its options; {@link #main} without the execution. */
    public static void attach(StreamExecutionEnvironment env, String... args) throws Exception {
        var config = AccidentConfig.from(args);
        var stores = config.stores();
        var network = config.roads().read();
        var arrivals = config.reach().arrivals(config.settings().timing().limits());
        Environments.prepare(env, stores.replay());
        DatabaseSchema.migrate(stores.mysql());
        AccidentPipeline.attach(
                stores.kafka().read(env, config.topic(), config.group(), arrivals.reports()),
                stores.kafka().read(env, config.weatherTopic(), config.group(), arrivals.weather()),
                config.settings(),
                network,
                AccidentSinks.of(config));
    }
}
