package io.carriageway.jobs.camera;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.camera.picture.FetchConfig;
import io.carriageway.camera.picture.FrameKeeping;
import io.carriageway.camera.picture.PictureStore;
import io.carriageway.camera.picture.PictureUri;
import io.carriageway.jobs.options.JobArguments;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/** From where pictures may come that frames point at, what becomes of those that are forbidden, and which are kept. */
record FrameOptions(Set<String> buckets, Map<String, String> canaries, int waiting, FrameKeeping keeping) {

    private static final ConfigOption<List<String>> BUCKETS = key("frames.buckets")
            .stringType()
            .asList()
            .defaultValues()
            .withDescription(
                    "Buckets in which image_uri may point, separated by semicolons. A frame that points elsewhere is rejected as bucket-not-allowed. Default: none.");
    private static final ConfigOption<String> DENIED = key("frames.denied")
            .stringType()
            .defaultValue("wait")
            .withDescription(
                    "What happens to a frame whose picture S3 answers with AccessDenied, as it does for missing objects too where the role lacks s3:ListBucket. wait: the frame waits. reject: it is rejected as picture-denied after 3 attempts over 30 s, where frames.canary could be read before and after each.");
    private static final ConfigOption<List<String>> CANARY = key("frames.canary")
            .stringType()
            .asList()
            .defaultValues()
            .withDescription(
                    "Object that shows whether the role can read pictures at all, s3://bucket/key, under the same policy as the pictures. One for each of frames.buckets, separated by semicolons. Needed where frames.denied is reject. Default: none.");
    private static final ConfigOption<Integer> WAITING = key("frames.waiting")
            .intType()
            .defaultValue(1_000)
            .withDescription(
                    "Number of frames in one subtask that may wait for their pictures. When it is reached, the subtask takes no more frames and completes no checkpoint until one has its verdict. A larger value bears longer outages of a bucket and asks it more often.");
    private static final ConfigOption<String> FOLDER = key("frames")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Folder in which pictures are kept, s3://bucket/frames. Needed unless frames.keep is none. Nothing here deletes pictures: give the bucket a lifecycle rule. Default: none.");
    private static final ConfigOption<String> KEEP = key("frames.keep")
            .stringType()
            .defaultValue("none")
            .withDescription(
                    "Whose pictures are kept, so that another model can look at them: none, all, or sample:n, one frame of n by the hash of its identity. What was not kept cannot be looked at again.");

    static final List<ConfigOption<?>> ALL = List.of(BUCKETS, DENIED, CANARY, WAITING, FOLDER, KEEP);

    private static final String NONE = "none";
    private static final Pattern SAMPLE = Pattern.compile("sample:([1-9][0-9]{0,8})");

    static FrameOptions of(Configuration given) {
        var buckets = Set.copyOf(JobArguments.require(given, BUCKETS));
        return new FrameOptions(buckets, canaries(given, buckets), waiting(given), keeping(given));
    }

    FetchConfig fetching(PictureStore store, int maxBytes) {
        return new FetchConfig(store, maxBytes, buckets, canaries, waiting, FetchConfig.DENIED_PAUSE);
    }

    /** By bucket; none where what is forbidden waits. */
    private static Map<String, String> canaries(Configuration given, Set<String> buckets) {
        var denied = JobArguments.require(given, DENIED);
        if (denied.equals("wait")) {
            return Map.of();
        }
        if (!denied.equals("reject")) {
            throw new IllegalArgumentException(
                    "option --frames.denied does not take '%s', but wait or reject".formatted(denied));
        }
        var canaries = new HashMap<String, String>();
        for (var canary : JobArguments.require(given, CANARY)) {
            PictureUri.check(canary, buckets).ifPresent(fault -> {
                throw new IllegalArgumentException("option --frames.canary does not take '%s': %s"
                        .formatted(canary, fault.detail().replace("image_uri", "it")));
            });
            canaries.put(PictureUri.bucketOf(canary), canary);
        }
        requireOneEach(buckets, canaries.keySet());
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
        int waiting = JobArguments.require(given, WAITING);
        if (waiting < 1) {
            throw new IllegalArgumentException(
                    "option --frames.waiting is %d, at least 1 is needed".formatted(waiting));
        }
        return waiting;
    }

    private static FrameKeeping keeping(Configuration given) {
        var keep = JobArguments.require(given, KEEP);
        return keep.equals(NONE)
                ? FrameKeeping.NONE
                : new FrameKeeping(JobArguments.require(given, FOLDER).replaceFirst("/+$", ""), oneOf(keep));
    }

    private static int oneOf(String keep) {
        var sample = SAMPLE.matcher(keep);
        if (!keep.equals("all") && !sample.matches()) {
            throw new IllegalArgumentException(
                    "option --frames.keep does not take '%s', but none, all or sample:n".formatted(keep));
        }
        return sample.matches() ? Integer.parseInt(sample.group(1)) : 1;
    }
}
