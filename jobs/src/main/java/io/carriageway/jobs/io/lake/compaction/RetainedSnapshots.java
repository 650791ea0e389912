package io.carriageway.jobs.io.lake.compaction;

import io.carriageway.jobs.io.lake.HourListing;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.Path;

/**
 * The savepoints and checkpoints from which a job may still be started, by the time at which each was complete. A job
 * that starts from one completes the uploads that it names, and fails if one of their files is gone.
 */
public record RetainedSnapshots(List<Instant> times) {

    private static final String METADATA = "_metadata";

    /** Folders with a checkpoint's data, which are large and contain no metadata. */
    private static final Set<String> DATA = Set.of("shared", "taskowned");

    /** checkpoints/job/chk-1/_metadata */
    private static final int DEPTH = 3;

    /**
     * Margin for the age of a file. It is named by the checkpoint that ends it, and is complete soon after; both take
     * minutes at most.
     */
    private static final Duration COMMIT = Duration.ofHours(1);

    /** Reads the snapshots in folders, and adds one as of now for the newest checkpoint of a running job. */
    public static RetainedSnapshots in(List<String> folders, Instant now) throws IOException {
        var times = new ArrayList<Instant>(List.of(now));
        times.addAll(in(folders));
        return new RetainedSnapshots(List.copyOf(times));
    }

    /** The time of the oldest snapshot in folders; empty if there is none. */
    public static Optional<Instant> oldest(List<String> folders) throws IOException {
        return in(folders).stream().min(Comparator.naturalOrder());
    }

    private static List<Instant> in(List<String> folders) throws IOException {
        var times = new ArrayList<Instant>();
        for (var folder : folders) {
            add(new Path(folder), DEPTH, times);
        }
        return times;
    }

    private static void add(Path folder, int depth, List<Instant> times) throws IOException {
        for (var entry : HourListing.list(folder).toList()) {
            var name = entry.getPath().getName();
            if (entry.isDir() && depth > 0 && !DATA.contains(name)) {
                add(entry.getPath(), depth - 1, times);
            } else if (name.equals(METADATA)) {
                times.add(modified(entry));
            }
        }
    }

    /** Whether one of them may name the file. */
    boolean mayName(FileStatus file) {
        var written = modified(file);
        return times.stream()
                .anyMatch(time -> Duration.between(written, time).abs().compareTo(COMMIT) <= 0);
    }

    private static Instant modified(FileStatus file) {
        return Instant.ofEpochMilli(file.getModificationTime());
    }
}
