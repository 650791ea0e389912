package io.carriageway.jobs.weather;

import io.carriageway.jobs.Environments;
import io.carriageway.jobs.JobSinks;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Sums the weather up; owner of topic {@code weather}, its ledger, dead letters and lake input. */
public final class WeatherJob {

    public static final String NAME = "carriageway-weather";

    private WeatherJob() {}

    /** Everything that can be set. */
    public static List<ConfigOption<?>> options() {
        return WeatherConfig.OPTIONS;
    }

    public static void main(String[] args) throws Exception {
        var env = StreamExecutionEnvironment.getExecutionEnvironment();
        attach(env, args).execute(env, NAME);
    }

    /** Builds the job from its options; {@link #main} without the execution. */
    public static JobSinks attach(StreamExecutionEnvironment env, String... args) throws Exception {
        var config = WeatherConfig.from(args);
        var resources = config.resources();
        Environments.prepare(env, resources.replay());
        var observations = resources.events(env, config.observations());
        var sinks = resources.open(NAME);
        WeatherPipeline.attach(observations, config.intake().timing(), WeatherSinks.of(config, sinks));
        return sinks;
    }
}
