package io.carriageway.jobs.camera;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** The options of the pictures of frames: where they may be, and which are kept. */
final class FrameOptions {

    static final ConfigOption<List<String>> BUCKETS = key("frames.buckets")
            .stringType()
            .asList()
            .defaultValues()
            .withDescription(
                    "Buckets in which image_uri may point, separated by semicolons. A frame that points elsewhere is rejected as bucket-not-allowed. Default: none.");

    static final ConfigOption<String> DENIED = key("frames.denied")
            .stringType()
            .defaultValue("wait")
            .withDescription(
                    "What happens to a frame whose picture S3 answers with AccessDenied, as it does for missing objects too where the role lacks s3:ListBucket. wait: the frame waits. reject: it is rejected as picture-denied after 3 attempts over 30 s, where frames.canary could be read before and after each.");

    static final ConfigOption<List<String>> CANARY = key("frames.canary")
            .stringType()
            .asList()
            .defaultValues()
            .withDescription(
                    "Object that shows whether the role can read pictures at all, s3://bucket/key, under the same policy as the pictures. One for each of frames.buckets, separated by semicolons. Needed where frames.denied is reject. Default: none.");

    static final ConfigOption<Integer> WAITING = key("frames.waiting")
            .intType()
            .defaultValue(1_000)
            .withDescription(
                    "Number of frames in one subtask that may wait for their pictures. When it is reached, the subtask takes no more frames and completes no checkpoint until one has its verdict. A larger value bears longer outages of a bucket and asks it more often.");

    static final ConfigOption<String> FOLDER = key("frames")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Folder in which pictures are kept, s3://bucket/frames. Needed unless frames.keep is none. Nothing here deletes pictures: give the bucket a lifecycle rule. Default: none.");

    static final ConfigOption<String> KEEP = key("frames.keep")
            .stringType()
            .defaultValue("none")
            .withDescription(
                    "Whose pictures are kept, so that another model can look at them: none, all, or sample:n, one frame of n by the hash of its identity. What was not kept cannot be looked at again.");

    static final List<ConfigOption<?>> ALL = List.of(BUCKETS, DENIED, CANARY, WAITING, FOLDER, KEEP);

    private FrameOptions() {}
}
