package io.carriageway.camera.picture;

import io.carriageway.intake.FieldRules;
import io.carriageway.intake.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Decides which picture addresses a job follows: s3://bucket/key, only in buckets, or folders of buckets, that the
 * operator allowed. The key is used unchanged: nothing in it is decoded, and no part of it is a query or a fragment.
 */
public final class PictureUri {

    private static final String S3 = "s3://";
    private static final int MAX_CHARACTERS = 2_000;
    private static final int MAX_KEY_BYTES = 1_024;
    private static final int MAX_QUOTED = 100;
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{0,20}):.*", Pattern.DOTALL);
    /** Segments . and .., which HTTP clients and servers resolve as folders. */
    private static final Pattern STEPS = Pattern.compile("(^|.*/)\\.{1,2}(/.*|$)", Pattern.DOTALL);

    private PictureUri() {}

    /**
     * What is wrong with an address; empty if nothing is.
     *
     * @param allowed names of buckets, or of folders as bucket/folder
     */
    public static Optional<Rejection> check(String text, Set<String> allowed) {
        // longer than any bucket and key; a detail that quotes it would need many times its length
        if (text.length() > MAX_CHARACTERS) {
            return invalid("has more than %d characters".formatted(MAX_CHARACTERS));
        }
        if (!text.startsWith(S3)) {
            var scheme = SCHEME.matcher(text);
            return FieldRules.reject(
                    "scheme-not-allowed",
                    "image_uri has %s, only s3:// is read"
                            .formatted(scheme.matches() ? "scheme " + scheme.group(1) : "no scheme"));
        }
        var bucket = bucketOf(text);
        if (allowed.stream().noneMatch(place -> bucketOfPlace(place).equals(bucket))) {
            return notAllowed("bucket " + start(bucket), allowed);
        }
        return checkKey(keyOf(text), bucket)
                .or(() -> allowed.stream().anyMatch(place -> text.startsWith(S3 + place + "/"))
                        ? Optional.empty()
                        : notAllowed("the folder of " + start(text), allowed));
    }

    private static Optional<Rejection> notAllowed(String what, Set<String> allowed) {
        return FieldRules.reject(
                "bucket-not-allowed", "%s is not in frames.buckets %s".formatted(what, new TreeSet<>(allowed)));
    }

    /** The bucket of a place, which is a bucket or bucket/folder. */
    public static String bucketOfPlace(String place) {
        return bucketOf(S3 + place);
    }

    /** The part between the scheme and the first slash after it. */
    public static String bucketOf(String uri) {
        var rest = rest(uri);
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }

    /** Everything after the first slash after the bucket, unchanged. */
    public static String keyOf(String uri) {
        var rest = rest(uri);
        int slash = rest.indexOf('/');
        return slash < 0 ? "" : rest.substring(slash + 1);
    }

    private static String rest(String uri) {
        return uri.substring(uri.indexOf("://") + "://".length());
    }

    private static Optional<Rejection> checkKey(String key, String bucket) {
        if (key.isEmpty()) {
            return invalid("names no object in bucket " + bucket);
        }
        // a character has at least one byte, so a far too long key need not be encoded
        if (key.length() > MAX_KEY_BYTES || key.getBytes(StandardCharsets.UTF_8).length > MAX_KEY_BYTES) {
            return invalid("has a key of more than %d bytes".formatted(MAX_KEY_BYTES));
        }
        if (key.chars().anyMatch(Character::isISOControl)) {
            return invalid("has a control character in its key");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(key)) {
            return invalid("has half of a surrogate pair in its key");
        }
        return STEPS.matcher(key).matches() ? invalid("has a segment . or .. in its key") : Optional.empty();
    }

    private static String start(String text) {
        return text.length() > MAX_QUOTED ? text.substring(0, MAX_QUOTED) + "..." : text;
    }

    private static Optional<Rejection> invalid(String what) {
        return FieldRules.reject("uri-invalid", "image_uri " + what);
    }
}
