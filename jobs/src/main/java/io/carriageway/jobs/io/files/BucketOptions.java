package io.carriageway.jobs.io.files;

import static org.apache.flink.configuration.ConfigOptions.key;

import org.apache.flink.configuration.ConfigOption;

/** Flink's own options of S3, under each of the names that Flink accepts. */
final class BucketOptions {

    static final ConfigOption<String> ENDPOINT = option("s3.endpoint", "fs.s3a.endpoint");

    static final ConfigOption<String> REGION = option("s3.endpoint.region", "fs.s3a.endpoint.region");

    static final ConfigOption<String> ACCESS_KEY = option("s3.access-key", "s3.access.key", "fs.s3a.access.key");

    static final ConfigOption<String> SECRET_KEY = option("s3.secret-key", "s3.secret.key", "fs.s3a.secret.key");

    static final ConfigOption<String> SESSION_TOKEN =
            option("s3.session.token", "s3.session-token", "fs.s3a.session.token");

    static final ConfigOption<Boolean> PATH_STYLE = key("s3.path.style.access")
            .booleanType()
            .defaultValue(false)
            .withFallbackKeys("s3.path-style-access", "fs.s3a.path.style.access");

    private static ConfigOption<String> option(String key, String... fallbacks) {
        return key(key).stringType().noDefaultValue().withFallbackKeys(fallbacks);
    }

    private BucketOptions() {}
}
