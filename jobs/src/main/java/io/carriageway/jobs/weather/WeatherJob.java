package io.carriageway.jobs.weather;

import io.carriageway.jobs.Environments;
import io.carriageway.jobs.io.jdbc.DatabaseSchema;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Sums the weather up; owner of topic {@code weather}, its ledger, dead letters and lake input. */
public final class WeatherJob {

    public static final String NAME = "carriageway-weather";

    private WeatherJob() {}

    public static void main(String[] args) throws Exception {
        var env = StreamExecutionEnvironment.getExecutionEnvironment();
        attach(env, args);
        env.execute(NAME);
    }

    /** Builds the job from its options; {@link #main} without the execution. */
    public static void attach(StreamExecutionEnvironment env, String... args) throws Exception {
        var config = WeatherConfig.from(args);
        var stores = config.stores();
        var arrivals = stores.replay().arrivals(config.intake().timing().limits());
        Environments.prepare(env, stores.replay());
        DatabaseSchema.migrate(stores.mysql());
        WeatherPipeline.attach(
                stores.kafka().read(env, config.topic(), config.group(), arrivals),
                config.intake(),
                WeatherSinks.of(config));
    }
}
