package io.carriageway.jobs.camera;

import io.carriageway.jobs.io.lake.LakeOptions;
import io.carriageway.jobs.options.JobArguments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.ReadableConfig;

/**
 * The buckets, or folders of buckets, of option frames.buckets. The sender of a frame chooses the object that the job
 * reads, so they may not contain the job's own data.
 */
final class FrameBuckets {

    private static final Pattern PLACE = Pattern.compile("[^/:]+(/[^/]+)*");
    private static final Pattern IN_S3 = Pattern.compile("s3[an]?://(.+?)/*");

    private FrameBuckets() {}

    /** The option's entries, without a slash at their ends. */
    static Set<String> of(Configuration given) {
        return JobArguments.require(given, FrameOptions.BUCKETS).stream()
                .map(FrameBuckets::checked)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String checked(String entry) {
        var place = entry.replaceFirst("/+$", "");
        if (!PLACE.matcher(place).matches()) {
            throw new IllegalArgumentException(
                    "option --frames.buckets does not take '%s': name a bucket, or a folder as bucket/folder, without s3://"
                            .formatted(entry));
        }
        return place;
    }

    /** Fails if one of the entries has the lake, or state that Flink stores. */
    static void requireApart(Configuration given, ReadableConfig flink) {
        var folders = new LinkedHashMap<String, Optional<String>>();
        folders.put("--lake", Optional.ofNullable(JobArguments.optional(given, LakeOptions.ROOT)));
        for (var option : List.of(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                CheckpointingOptions.SAVEPOINT_DIRECTORY,
                HighAvailabilityOptions.HA_STORAGE_PATH)) {
            folders.put(option.key(), flink.getOptional(option));
        }
        for (var place : of(given)) {
            folders.forEach((name, folder) -> folder.map(IN_S3::matcher)
                    .filter(address -> address.matches() && overlap(place, address.group(1)))
                    .ifPresent(address -> refuse(place, Map.entry(name, folder.get()))));
        }
    }

    private static boolean overlap(String one, String other) {
        return (one + "/").startsWith(other + "/") || (other + "/").startsWith(one + "/");
    }

    private static void refuse(String place, Map.Entry<String, String> folder) {
        throw new IllegalArgumentException(
                "option --frames.buckets names '%s', where frames could read %s, which is %s: name another bucket, or a folder apart from it, such as %s/pictures"
                        .formatted(place, folder.getKey(), folder.getValue(), place.replaceFirst("/.*", "")));
    }
}
