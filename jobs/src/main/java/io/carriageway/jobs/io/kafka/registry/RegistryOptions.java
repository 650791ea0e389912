package io.carriageway.jobs.io.kafka.registry;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.util.List;
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

    public static final ConfigOption<String> PASSWORD_FILE = key("schema.registry.password-file")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "File whose only line is the password of the registry's user (docs/security.md#secrets). Default: the password is in environment variable SCHEMA_REGISTRY_PASSWORD, if it is set.");

    static final String PASSWORD_VARIABLE = "SCHEMA_REGISTRY_PASSWORD";

    public static final List<ConfigOption<?>> ALL = List.of(URL, USER, PASSWORD_FILE);

    private RegistryOptions() {}
}
