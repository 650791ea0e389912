package io.carriageway.jobs;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.jobs.io.jdbc.MySqlOptions;
import io.carriageway.jobs.io.kafka.KafkaOptions;
import io.carriageway.jobs.io.kafka.registry.RegistryOptions;
import io.carriageway.jobs.io.lake.LakeOptions;
import io.carriageway.jobs.options.OptionLists;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;

/** The options of the stores of every job. */
public final class JobResourceOptions {

    public static final ConfigOption<String> PUBLISH = key("publish")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Lake, s3://bucket/lake, to which a bounded run also publishes its rows, all at once when it has ended (docs/replay.md). Default: none; it writes to tables alone.");

    public static final List<ConfigOption<?>> ALL = OptionLists.join(
            LakeOptions.ALL,
            List.of(PUBLISH),
            DeadLetterOptions.ALL,
            KafkaOptions.ALL,
            RegistryOptions.ALL,
            MySqlOptions.ALL);

    /** The environment variables that may give an option. */
    public static final Map<ConfigOption<?>, String> ENVIRONMENT = MySqlOptions.ENVIRONMENT;

    private JobResourceOptions() {}
}
