package io.carriageway.jobs.io.kafka.registry;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;

/** The options of the schema registry. */
public final class RegistryOptions {

    public static final ConfigOption<String> URL = key("schema.registry.url")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Address of a Confluent-compatible schema registry, for records in Confluent's frame. Without a registry such records are rejected. Default: none.");

    public static final ConfigOption<String> USER = key("schema.registry.user")
            .stringType()
            .noDefaultValue()
            .withDescription("User for basic authentication at the registry. Default: none.");

    public static final ConfigOption<String> PASSWORD = key("schema.registry.password")
            .stringType()
            .noDefaultValue()
            .withDescription("Password of the registry's user. Default: none.");

    public static final List<ConfigOption<?>> ALL = List.of(URL, USER, PASSWORD);

    /** The environment variables that may hold secrets. */
    public static final Map<ConfigOption<?>, String> ENVIRONMENT = Map.of(PASSWORD, "SCHEMA_REGISTRY_PASSWORD");

    private RegistryOptions() {}
}
