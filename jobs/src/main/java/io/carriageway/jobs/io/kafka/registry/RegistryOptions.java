package io.carriageway.jobs.io.kafka.registry;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** The options of the schema registry. */
public final class RegistryOptions {

    static final String PASSWORD_VARIABLE = "SCHEMA_REGISTRY_PASSWORD";
    static final String TOKEN_VARIABLE = "SCHEMA_REGISTRY_TOKEN";
    static final String TRUSTSTORE_PASSWORD_VARIABLE = "SCHEMA_REGISTRY_TRUSTSTORE_PASSWORD";
    static final String KEYSTORE_PASSWORD_VARIABLE = "SCHEMA_REGISTRY_KEYSTORE_PASSWORD";

    public static final ConfigOption<String> URL = key("schema.registry.url")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Address of a Confluent-compatible schema registry, for records in Confluent's frame. Without a registry such records are rejected. Default: none.");

    public static final ConfigOption<String> USER = key("schema.registry.user")
            .stringType()
            .noDefaultValue()
            .withDescription("User for basic authentication at the registry. Default: none.");

    public static final ConfigOption<String> PASSWORD_FILE =
            secret("schema.registry.password-file", "the password of the registry's user", PASSWORD_VARIABLE);

    public static final ConfigOption<String> TOKEN_FILE = secret(
            "schema.registry.token-file",
            "the token with which the job logs in (HTTP header Authorization: Bearer), in place of a user",
            TOKEN_VARIABLE);

    public static final ConfigOption<String> TRUSTSTORE = key("schema.registry.truststore")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "File of certificates, PEM or PKCS12, of the authorities that may sign the registry's certificate. It must exist on every machine of the cluster and of the client. Default: the authorities that Java trusts.");

    public static final ConfigOption<String> TRUSTSTORE_PASSWORD_FILE = secret(
            "schema.registry.truststore-password-file",
            "the password of that file, if it is PKCS12",
            TRUSTSTORE_PASSWORD_VARIABLE);

    public static final ConfigOption<String> KEYSTORE = key("schema.registry.keystore")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "File with a private key and its certificates, PEM or PKCS12, with which the job identifies itself to the registry (mutual TLS). It must exist on every machine of the cluster and of the client. Default: none.");

    public static final ConfigOption<String> KEYSTORE_PASSWORD_FILE = secret(
            "schema.registry.keystore-password-file",
            "the password of that file, or of the key in a file of PEM",
            KEYSTORE_PASSWORD_VARIABLE);

    public static final List<ConfigOption<?>> ALL = List.of(
            URL,
            USER,
            PASSWORD_FILE,
            TOKEN_FILE,
            TRUSTSTORE,
            TRUSTSTORE_PASSWORD_FILE,
            KEYSTORE,
            KEYSTORE_PASSWORD_FILE);

    private RegistryOptions() {}

    private static ConfigOption<String> secret(String key, String what, String variable) {
        return key(key).stringType()
                .noDefaultValue()
                .withDescription(
                        "File whose only line is %s (docs/security.md#secrets). Default: environment variable %s, if it is set."
                                .formatted(what, variable));
    }
}
