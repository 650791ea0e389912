package io.carriageway.jobs.camera;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** The options of pictures: their buckets, and which of them are kept. */
final class FrameOptions {

    static final ConfigOption<List<String>> BUCKETS = key("frames.buckets")
            .stringType()
            .asList()
            .defaultValues()
            .withDescription(
                    "Buckets, or folders as bucket/folder, to which image_uri may point, separated by semicolons. A frame that points elsewhere is rejected as bucket-not-allowed. The lake, checkpoints, savepoints and the storage of high availability may not be in them. Default: none.");

    static final ConfigOption<String> DENIED = key("frames.denied")
            .stringType()
            .defaultValue("wait")
            .withDescription(
                    "Treatment of a frame whose picture S3 answers with AccessDenied. S3 gives this answer for missing objects too if the role lacks s3:ListBucket. wait: the frame waits. reject: the frame is rejected as picture-denied after 3 attempts over 30 s, if frames.canary could be read before and after each.");

    static final ConfigOption<List<String>> CANARY = key("frames.canary")
            .stringType()
            .asList()
            .defaultValues()
            .withDescription(
                    "Object, s3://bucket/key, under the same policy as the pictures, that shows whether the role can read pictures at all. One for each of frames.buckets, separated by semicolons. Required if frames.denied is reject. Default: none.");

    static final ConfigOption<Integer> WAITING = key("frames.waiting")
            .intType()
            .defaultValue(1_000)
            .withDescription(
                    "Number of frames in one subtask that may wait for their pictures. At this number, the subtask takes no more frames and completes no checkpoint until one has its verdict. A larger value tolerates longer outages of a bucket and sends it more requests.");

    static final ConfigOption<String> FOLDER = key("frames")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Folder in which pictures are kept, s3://bucket/frames. Required unless frames.keep is none. The job deletes no pictures: give the bucket a lifecycle rule. Default: none.");

    static final ConfigOption<String> KEEP = key("frames.keep")
            .stringType()
            .defaultValue("none")
            .withDescription(
                    "Frames whose pictures are kept, so that another model can examine them: none, all, or sample:n, one frame of n by the hash of its identity. A picture that was not kept cannot be examined again.");

    static final List<ConfigOption<?>> ALL = List.of(BUCKETS, DENIED, CANARY, WAITING, FOLDER, KEEP);

    private FrameOptions() {}
}
