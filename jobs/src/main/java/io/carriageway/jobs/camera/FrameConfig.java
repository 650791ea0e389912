package io.carriageway.jobs.camera;

import io.carriageway.camera.picture.FetchConfig;
import io.carriageway.camera.picture.FrameKeeping;
import io.carriageway.camera.picture.PictureStore;
import io.carriageway.camera.picture.PictureUri;
import io.carriageway.jobs.options.JobArguments;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;

/**
 * The buckets or folders that frames may point to, the treatment of forbidden pictures, and the frames whose pictures
 * are kept.
 */
record FrameConfig(Set<String> buckets, Map<String, String> canaries, int waiting, FrameKeeping keeping) {

    private static final String NONE = "none";
    private static final Pattern SAMPLE = Pattern.compile("sample:([1-9][0-9]{0,8})");

    static FrameConfig of(Configuration given) {
        var buckets = FrameBuckets.of(given);
        return new FrameConfig(buckets, canaries(given, buckets), waiting(given), keeping(given));
    }

    FetchConfig fetching(PictureStore store, int maxBytes) {
        return new FetchConfig(store, maxBytes, buckets, canaries, waiting, FetchConfig.DENIED_PAUSE);
    }

    /** The canary of each bucket; empty if frames with forbidden pictures wait. */
    private static Map<String, String> canaries(Configuration given, Set<String> buckets) {
        var denied = JobArguments.require(given, FrameOptions.DENIED);
        if (denied.equals("wait")) {
            return Map.of();
        }
        if (!denied.equals("reject")) {
            throw new IllegalArgumentException(
                    "option --frames.denied is '%s', but must be wait or reject".formatted(denied));
        }
        var canaries = new HashMap<String, String>();
        for (var canary : JobArguments.require(given, FrameOptions.CANARY)) {
            PictureUri.check(canary, buckets).ifPresent(fault -> {
                throw new IllegalArgumentException("option --frames.canary does not take '%s': %s"
                        .formatted(canary, fault.detail().replace("image_uri", "it")));
            });
            canaries.put(PictureUri.bucketOf(canary), canary);
        }
        requireOneEach(buckets.stream().map(PictureUri::bucketOfPlace).collect(Collectors.toSet()), canaries.keySet());
        return canaries;
    }

    private static void requireOneEach(Set<String> buckets, Set<String> withCanary) {
        var without = new TreeSet<>(buckets);
        without.removeAll(withCanary);
        if (!without.isEmpty() || buckets.isEmpty()) {
            throw new IllegalArgumentException(
                    "option --frames.denied reject needs --frames.canary, an object that the role can read, in each of --frames.buckets; missing for %s"
                            .formatted(without));
        }
    }

    private static int waiting(Configuration given) {
        int waiting = JobArguments.require(given, FrameOptions.WAITING);
        if (waiting < 1) {
            throw new IllegalArgumentException(
                    "option --frames.waiting must be at least 1, but is %d".formatted(waiting));
        }
        return waiting;
    }

    private static FrameKeeping keeping(Configuration given) {
        var keep = JobArguments.require(given, FrameOptions.KEEP);
        return keep.equals(NONE)
                ? FrameKeeping.NONE
                : new FrameKeeping(
                        JobArguments.require(given, FrameOptions.FOLDER).replaceFirst("/+$", ""), oneOf(keep));
    }

    private static int oneOf(String keep) {
        var sample = SAMPLE.matcher(keep);
        if (!keep.equals("all") && !sample.matches()) {
            throw new IllegalArgumentException(
                    "option --frames.keep is '%s', but must be none, all or sample:n".formatted(keep));
        }
        return sample.matches() ? Integer.parseInt(sample.group(1)) : 1;
    }
}
