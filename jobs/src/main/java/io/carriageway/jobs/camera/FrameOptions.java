package io.carriageway.jobs.camera;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.camera.FrameKeeping;
import io.carriageway.jobs.JobArguments;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/** From where pictures may come that frames point at, and which are kept. */
record FrameOptions(Set<String> buckets, FrameKeeping keeping) {

    private static final ConfigOption<List<String>> BUCKETS = key("frames.buckets")
            .stringType()
            .asList()
            .defaultValues()
            .withDescription(
                    "Buckets in which image_uri may point, separated by semicolons. A frame that points elsewhere is rejected as bucket-not-allowed. Default: none.");
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

    static final List<ConfigOption<?>> ALL = List.of(BUCKETS, FOLDER, KEEP);

    private static final String NONE = "none";
    private static final Pattern SAMPLE = Pattern.compile("sample:([1-9][0-9]{0,8})");

    static FrameOptions of(Configuration given) {
        return new FrameOptions(Set.copyOf(JobArguments.require(given, BUCKETS)), keeping(given));
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
