package io.carriageway.verify.daily;

import io.carriageway.sandbox.Sandbox;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/** Begins uploads that are never completed, like those of jobs that crash. */
final class Uploads implements AutoCloseable {

    private final String bucket;
    private final S3Client client;

    Uploads(Sandbox sandbox) {
        var s3 = sandbox.s3();
        bucket = s3.bucket();
        client = S3Client.builder()
                .endpointOverride(s3.endpoint())
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(s3.accessKey(), s3.secretKey())))
                .build();
    }

    /** Returns the key. */
    String begin(String key) {
        return client.createMultipartUpload(request -> request.bucket(bucket).key(key))
                .key();
    }

    /** The keys of all incomplete uploads. */
    List<String> all() {
        return client.listMultipartUploads(request -> request.bucket(bucket)).uploads().stream()
                .map(MultipartUpload::key)
                .toList();
    }

    void abort(String key) {
        for (var upload :
                client.listMultipartUploads(request -> request.bucket(bucket)).uploads()) {
            if (upload.key().equals(key)) {
                client.abortMultipartUpload(
                        request -> request.bucket(bucket).key(key).uploadId(upload.uploadId()));
            }
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
