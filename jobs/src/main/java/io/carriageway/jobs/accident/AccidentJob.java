package io.carriageway.jobs.accident;

import io.carriageway.jobs.Environments;
import io.carriageway.jobs.JobSinks;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Follows accidents and counts them; owner of topic {@code accident}, its ledger, dead letters and lake input. Topic
 * {@code weather} it only reads.
 */
public final class AccidentJob {

    public static final String NAME = "carriageway-accident";

    private AccidentJob() {}

    /** Everything that can be set. */
    public static List<ConfigOption<?>> options() {
        return AccidentConfig.OPTIONS;
    }

    public static void main(String[] args) throws Exception {
        var env = StreamExecutionEnvironment.getExecutionEnvironment();
        attach(env, args).execute(env, NAME);
    }

    /** Builds the job from its options; {@link #main} without the execution. */
    public static JobSinks attach(StreamExecutionEnvironment env, String... args) throws Exception {
        var config = AccidentConfig.from(args);
        var resources = config.resources();
        var network = config.roads().read();
        Environments.prepare(env, resources.replay());
        var reports = resources.events(env, config.reports());
        var observations = resources.events(env, config.observations());
        var sinks = resources.open(NAME);
        AccidentPipeline.attach(
                reports, observations, config.pipeline(), network, AccidentSinks.of(config.reach(), sinks));
        return sinks;
    }
}
