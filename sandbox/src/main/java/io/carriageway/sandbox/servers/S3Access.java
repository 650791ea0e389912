package io.carriageway.sandbox.servers;

import io.carriageway.sandbox.secrets.Secret;
import java.net.URI;
import java.util.Map;

/**
 * Address and keys of an S3 server. They are known before the server runs, so that its clients can start at the same
 * time.
 */
public record S3Access(URI endpoint, String bucket, String accessKey, String secretKey) {
    private static final String BUCKET = "carriageway";

    public static S3Access onPort(int port) {
        var endpoint = URI.create("http://" + LoopbackPorts.HOST + ":" + port);
        return new S3Access(endpoint, BUCKET, BUCKET, Secret.generate());
    }

    /** The same server at another address. */
    public S3Access at(URI address) {
        return new S3Access(address, bucket, accessKey, secretKey);
    }

    /** The Flink address of a path in the bucket. */
    public String uri(String path) {
        return "s3://" + bucket + "/" + path;
    }

    /** The settings of Flink's S3 plugin. */
    public Map<String, String> flinkOptions() {
        return Map.of(
                "s3.endpoint",
                endpoint.toString(),
                "s3.endpoint.region",
                "us-east-1",
                "s3.path.style.access",
                "true",
                "s3.access-key",
                accessKey,
                "s3.secret-key",
                secretKey);
    }

    @Override
    public String toString() {
        return "S3Access[" + endpoint + ", bucket=" + bucket + "]";
    }
}
