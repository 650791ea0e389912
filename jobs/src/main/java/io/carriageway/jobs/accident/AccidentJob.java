package io.carriageway.jobs.accident;

import io.carriageway.jobs.Environments;
import io.carriageway.jobs.JobOutputs;
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
    public static JobOutputs attach(StreamExecutionEnvironment env, String... args) throws Exception {
        var config = AccidentConfig.from(args);
        var stores = config.stores();
        var network = config.roads().read();
        Environments.prepare(env, stores.replay());
        var reports = stores.events(env, config.reports());
        var observations = stores.events(env, config.observations());
        var outputs = stores.open(NAME);
        AccidentPipeline.attach(
                reports, observations, config.settings(), network, AccidentSinks.of(config.reach(), outputs));
        return outputs;
    }
}
