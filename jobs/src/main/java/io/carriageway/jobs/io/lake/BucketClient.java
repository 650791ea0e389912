package io.carriageway.jobs.io.lake;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.net.URI;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A client of S3 with the settings that Flink's own file system has; what they leave out comes as with AWS's tools. */
final class BucketClient {

    private static final ConfigOption<String> ENDPOINT = option("s3.endpoint", "fs.s3a.endpoint");
    private static final ConfigOption<String> REGION = option("s3.endpoint.region", "fs.s3a.endpoint.region");
    private static final ConfigOption<String> ACCESS_KEY =
            option("s3.access-key", "s3.access.key", "fs.s3a.access.key");
    private static final ConfigOption<String> SECRET_KEY =
            option("s3.secret-key", "s3.secret.key", "fs.s3a.secret.key");
    private static final ConfigOption<Boolean> PATH_STYLE = key("s3.path.style.access")
            .booleanType()
            .defaultValue(false)
            .withFallbackKeys("s3.path-style-access", "fs.s3a.path.style.access");

    private BucketClient() {}

    static S3Client of(Configuration flink) {
        var client = S3Client.builder().forcePathStyle(flink.get(PATH_STYLE));
        flink.getOptional(ENDPOINT).map(BucketClient::address).ifPresent(client::endpointOverride);
        flink.getOptional(REGION).map(Region::of).ifPresent(client::region);
        if (flink.contains(ACCESS_KEY)) {
            client.credentialsProvider(StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(flink.get(ACCESS_KEY), flink.get(SECRET_KEY))));
        }
        return client.build();
    }

    /** Hadoop takes an endpoint without a scheme too. */
    private static URI address(String endpoint) {
        return URI.create(endpoint.contains("://") ? endpoint : "https://" + endpoint);
    }

    private static ConfigOption<String> option(String key, String... fallbacks) {
        return key(key).stringType().noDefaultValue().withFallbackKeys(fallbacks);
    }
}
