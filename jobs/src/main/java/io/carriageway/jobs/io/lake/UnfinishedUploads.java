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
 * Uploads to a lake that were begun and not completed. S3 keeps their parts, unseen, until somebody aborts them; one
 * that a savepoint names must stay, for a job that starts there completes it.
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

    /** Whether the lake is in a store that has such uploads. */
    public static boolean areIn(Lake lake) {
        return S3.contains(String.valueOf(new Path(lake.root()).toUri().getScheme()));
    }

    /**
     * Those of one lake; of other folders of the bucket, checkpoints among them, none are seen.
     *
     * @param flink Flink's settings, for those of S3
     */
    public static UnfinishedUploads of(Lake lake, Configuration flink) {
        var address = new Path(lake.root()).toUri();
        return new UnfinishedUploads(
                BucketClient.of(flink), address.getHost(), address.getPath().replaceFirst("^/+", "") + "/");
    }

    /** Those that were begun before a time, the oldest first. */
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

    /** Drops an upload and its parts; one that has ended since is left as it is. */
    public void abort(Upload upload) {
        var unused = client.abortMultipartUpload(
                request -> request.bucket(bucket).key(upload.key()).uploadId(upload.id()));
    }

    @Override
    public void close() {
        client.close();
    }
}
