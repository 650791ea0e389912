package io.carriageway.sandbox;

import java.net.URI;

/** Where an S3 server is and who may use it; known before the server runs, so that its clients can start beside it. */
public record S3Access(URI endpoint, String bucket, String accessKey, String secretKey) {
    private static final String BUCKET = "carriageway";

    static S3Access onPort(int port) {
        var endpoint = URI.create("http://" + LoopbackPorts.HOST + ":" + port);
        return new S3Access(endpoint, BUCKET, BUCKET, Secret.generate());
    }

    /** The Flink address of a path in the bucket. */
    public String uri(String path) {
        return "s3://" + bucket + "/" + path;
    }

    @Override
    public String toString() {
        return "S3Access[" + endpoint + ", bucket=" + bucket + "]";
    }
}
