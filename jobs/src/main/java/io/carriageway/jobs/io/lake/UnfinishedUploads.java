package io.carriageway.jobs.io.lake;

import io.carriageway.jobs.io.files.BucketClient;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.fs.Path;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/**
 * Finds and aborts unfinished uploads to a lake. S3 keeps their parts, invisibly, until they are aborted. An upload
 * that a savepoint names must stay, because a job that starts from the savepoint completes it.
 */
public final class UnfinishedUploads implements AutoCloseable {

    /** An upload of a file. */
    public record Upload(String key, String id, Instant begun) {}

    private static final Set<String> S3 = Set.of("s3", "s3a");

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    private UnfinishedUploads(S3Client client, String bucket, String prefix) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    /** Whether the lake's store has such uploads. */
    public static boolean areIn(Lake lake) {
        return S3.contains(String.valueOf(new Path(lake.root()).toUri().getScheme()));
    }

    /**
     * Opens the uploads of one lake. Those of other folders of the bucket, checkpoints among them, are not listed.
     *
     * @param flink Flink's settings, which include those of S3
     */
    public static UnfinishedUploads of(Lake lake, Configuration flink) {
        var address = new Path(lake.root()).toUri();
        return new UnfinishedUploads(
                BucketClient.of(flink), address.getHost(), address.getPath().replaceFirst("^/+", "") + "/");
    }

    /** The uploads that began before a time, the oldest first. */
    public List<Upload> before(Instant time) {
        return client
                .listMultipartUploadsPaginator(request -> request.bucket(bucket).prefix(prefix))
                .stream()
                .flatMap(page -> page.uploads().stream())
                .filter(upload -> upload.initiated().isBefore(time))
                .map(UnfinishedUploads::upload)
                .sorted(Comparator.comparing(Upload::begun).thenComparing(Upload::key))
                .toList();
    }

    private static Upload upload(MultipartUpload upload) {
        return new Upload(upload.key(), upload.uploadId(), upload.initiated());
    }

    /** Aborts an upload and drops its parts. An upload that has ended since then is not affected. */
    public void abort(Upload upload) {
        var unused = client.abortMultipartUpload(
                request -> request.bucket(bucket).key(upload.key()).uploadId(upload.id()));
    }

    @Override
    public void close() {
        client.close();
    }
}
