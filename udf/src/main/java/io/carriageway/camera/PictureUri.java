package io.carriageway.camera;

import io.carriageway.intake.FieldRules;
import io.carriageway.intake.Rejection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** Which picture addresses a job follows: s3://bucket/key, and only in buckets that the operator allowed. */
final class PictureUri {

    private PictureUri() {}

    static Optional<Rejection> check(String text, Set<String> allowedBuckets) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            return FieldRules.reject("uri-invalid", "image_uri is no URI: " + e.getReason());
        }
        if (!"s3".equals(uri.getScheme())) {
            return FieldRules.reject(
                    "scheme-not-allowed", "image_uri has scheme %s, only s3 is read".formatted(uri.getScheme()));
        }
        if (uri.getAuthority() == null || !allowedBuckets.contains(uri.getAuthority())) {
            return FieldRules.reject(
                    "bucket-not-allowed",
                    "bucket %s is not in frames.buckets %s".formatted(uri.getAuthority(), allowedBuckets));
        }
        return uri.getPath() == null || uri.getPath().length() < 2
                ? FieldRules.reject("uri-invalid", "image_uri names no object in bucket " + uri.getAuthority())
                : Optional.empty();
    }
}
