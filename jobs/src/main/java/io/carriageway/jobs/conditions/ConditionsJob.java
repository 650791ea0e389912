package io.carriageway.jobs.conditions;

import io.carriageway.jobs.Environments;
import io.carriageway.jobs.JobSinks;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Describes the roads of each zone from all that the other jobs read and from topic detection; owner of no topic. */
public final class ConditionsJob {

    public static final String NAME = "carriageway-conditions";

    private ConditionsJob() {}

    /** Everything that can be set. */
    public static List<ConfigOption<?>> options() {
        return ConditionsConfig.OPTIONS;
    }

    public static void main(String[] args) throws Exception {
        var env = StreamExecutionEnvironment.getExecutionEnvironment();
        attach(env, args).execute(env, NAME);
    }

    /** Builds the job from its options; {@link #main} without the execution. */
    public static JobSinks attach(StreamExecutionEnvironment env, String... args) throws Exception {
        var config = ConditionsConfig.from(args);
        var resources = config.resources();
        var network = config.roads().read();
        Environments.prepare(env, resources.replay());
        var inputs = config.topics().read(env, resources, config.pipeline());
        var sinks = resources.open(NAME);
        ConditionsPipeline.attach(inputs, config.pipeline(), network, ConditionsSinks.of(config, sinks));
        return sinks;
    }
}
