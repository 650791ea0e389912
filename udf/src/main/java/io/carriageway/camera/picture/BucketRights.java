package io.carriageway.camera.picture;

import io.carriageway.camera.picture.PictureAnswer.Denied;
import io.carriageway.camera.picture.PictureAnswer.Forbidden;
import io.carriageway.camera.picture.PictureAnswer.Found;
import io.carriageway.camera.picture.PictureAnswer.NotFound;
import io.carriageway.camera.picture.PictureAnswer.Unavailable;
import java.util.Optional;

/**
 * Finds out which rights a job lacks in a bucket of pictures, by asking for an object that does not exist. Without the
 * right to list the bucket, S3 answers "forbidden" and not "not found": missing pictures would then look like forbidden
 * ones.
 */
record BucketRights(PictureReader reader, FetchConfig config) {

    /** The name of an object that does not exist. */
    private static final String NO_OBJECT = ".carriageway/no-object-has-this-key-6b1f0c5e9d7a4e83";

    /**
     * The missing right and its consequence; empty if the job can tell a missing picture from a forbidden one.
     *
     * @param bucket a bucket, or bucket/folder
     */
    Optional<String> missingIn(String bucket) {
        var answer = reader.read("s3://%s/%s".formatted(bucket, NO_OBJECT), 0);
        if (answer instanceof NotFound || answer instanceof Found) {
            return missingCanary(bucket);
        }
        if (answer instanceof Forbidden forbidden) {
            return Optional.of(
                    "Bucket %s of frames.buckets does not say whether an object exists: AccessDenied (%s). %s. %s"
                            .formatted(bucket, forbidden.detail(), rights(bucket), consequence(bucket)));
        }
        return Optional.of(
                "Bucket %s of frames.buckets cannot be checked: %s. Frames whose pictures are there wait until it can"
                        .formatted(bucket, reason(answer)));
    }

    private Optional<String> missingCanary(String bucket) {
        var canary = config.canaryByBucket().get(PictureUri.bucketOfPlace(bucket));
        var answer = canary == null ? null : reader.read(canary, 0);
        return answer == null || answer instanceof Found
                ? Optional.empty()
                : Optional.of(
                        "frames.canary %s cannot be read: %s. Until it can, no frame of bucket %s is rejected as picture-denied"
                                .formatted(canary, reason(answer), bucket));
    }

    /** The rights to grant. If the canary can be read, the right to read is not missing. */
    private String rights(String bucket) {
        var canary = config.canaryByBucket().get(PictureUri.bucketOfPlace(bucket));
        return canary != null && reader.read(canary, 0) instanceof Found
                ? "Grant s3:ListBucket on arn:aws:s3:::" + PictureUri.bucketOfPlace(bucket)
                : "Grant s3:ListBucket on arn:aws:s3:::%s and s3:GetObject on arn:aws:s3:::%s/*"
                        .formatted(PictureUri.bucketOfPlace(bucket), bucket);
    }

    private String consequence(String bucket) {
        var canary = config.canaryByBucket().get(PictureUri.bucketOfPlace(bucket));
        return canary == null
                ? "Until then a frame whose picture is missing waits and holds back the rows of windows (frames.denied=wait)"
                : "Until then a frame whose picture is missing is rejected as picture-denied while %s can be read (frames.denied=reject)"
                        .formatted(canary);
    }

    private static String reason(PictureAnswer answer) {
        if (answer instanceof Unavailable unavailable) {
            return "%s (%s)".formatted(unavailable.code(), unavailable.detail());
        }
        if (answer instanceof Forbidden forbidden) {
            return "AccessDenied (%s)".formatted(forbidden.detail());
        }
        return answer instanceof Denied denied ? denied.detail() : "NoSuchKey";
    }
}
