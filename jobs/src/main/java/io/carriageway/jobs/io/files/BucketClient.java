package io.carriageway.jobs.io.files;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * Makes a client of S3 with the settings of Flink's own file system. What they leave out is found as AWS's tools find
 * it.
 */
public final class BucketClient {

    private static final Pattern REGION_OF_AWS = Pattern.compile("s3[.-]([a-z]+-[a-z-]+-[0-9])\\.amazonaws\\..*");

    /** Longest time of a GET, including retries and reading. A picture that takes longer is requested again. */
    private static final Duration LONGEST_READ = Duration.ofMinutes(1);

    private BucketClient() {}

    public static S3Client of(Configuration flink) {
        return builder(flink).build();
    }

    /** A client for reading pictures, each of which occupies a thread only briefly. */
    static S3Client ofPictures(Configuration flink) {
        return builder(flink)
                .overrideConfiguration(limits -> limits.apiCallTimeout(LONGEST_READ))
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .build();
    }

    private static S3ClientBuilder builder(Configuration flink) {
        var client = S3Client.builder().forcePathStyle(flink.get(BucketOptions.PATH_STYLE));
        var endpoint = flink.getOptional(BucketOptions.ENDPOINT).map(BucketClient::address);
        endpoint.ifPresent(client::endpointOverride);
        flink.getOptional(BucketOptions.REGION)
                .map(Region::of)
                .or(() -> endpoint.map(BucketClient::regionAt))
                .ifPresent(client::region);
        if (flink.contains(BucketOptions.ACCESS_KEY)) {
            client.credentialsProvider(StaticCredentialsProvider.create(credentials(flink)));
        }
        return client;
    }

    private static AwsCredentials credentials(Configuration flink) {
        return flink.contains(BucketOptions.SESSION_TOKEN)
                ? AwsSessionCredentials.create(
                        flink.get(BucketOptions.ACCESS_KEY),
                        flink.get(BucketOptions.SECRET_KEY),
                        flink.get(BucketOptions.SESSION_TOKEN))
                : AwsBasicCredentials.create(flink.get(BucketOptions.ACCESS_KEY), flink.get(BucketOptions.SECRET_KEY));
    }

    /** The endpoint as a URI. Hadoop also accepts one without a scheme. */
    private static URI address(String endpoint) {
        return URI.create(endpoint.contains("://") ? endpoint : "https://" + endpoint);
    }

    /** The region, derived as Hadoop does: the name of an AWS endpoint contains it, and other stores accept any. */
    private static Region regionAt(URI endpoint) {
        var named = REGION_OF_AWS.matcher(String.valueOf(endpoint.getHost()));
        return named.matches() ? Region.of(named.group(1)) : Region.US_EAST_1;
    }
}
