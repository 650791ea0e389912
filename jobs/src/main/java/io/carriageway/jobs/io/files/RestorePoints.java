package io.carriageway.jobs.io.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.Path;

/** Lists the retained snapshots of one job: its savepoints, and the checkpoints that were kept when a run ended. */
public record RestorePoints(String savepoints, String checkpoints) {

    /** A savepoint or checkpoint with this file is complete: Flink writes it last. */
    private static final String METADATA = "_metadata";

    /** @param path of the savepoint or checkpoint, as {@code flink run --fromSavepoint} takes it */
    public record RestorePoint(String path, Instant written) {}

    /** Each job has its own folder inside the configured ones. */
    public static RestorePoints of(Configuration configuration, String job) {
        return new RestorePoints(
                folder(configuration.get(CheckpointingOptions.SAVEPOINT_DIRECTORY), job),
                folder(configuration.get(CheckpointingOptions.CHECKPOINTS_DIRECTORY), job));
    }

    private static String folder(String root, String job) {
        if (root == null) {
            throw new IllegalStateException(
                    "config.yaml lacks execution.checkpointing.dir or execution.checkpointing.savepoint-dir: set both");
        }
        return root + (root.endsWith("/") ? "" : "/") + job;
    }

    /** Ordered by the time at which they were written: a savepoint that is older than a checkpoint contains less. */
    public Optional<RestorePoint> newest() throws IOException {
        var all = new ArrayList<>(in(new Path(savepoints)));
        for (var run : list(new Path(checkpoints))) {
            all.addAll(in(run.getPath()));
        }
        return all.stream().max(Comparator.comparing(RestorePoint::written));
    }

    private static List<RestorePoint> in(Path folder) throws IOException {
        var found = new ArrayList<RestorePoint>();
        for (var point : list(folder)) {
            for (var file : list(point.getPath())) {
                if (file.getPath().getName().equals(METADATA)) {
                    found.add(new RestorePoint(
                            point.getPath().toString(), Instant.ofEpochMilli(file.getModificationTime())));
                }
            }
        }
        return found;
    }

    private static FileStatus[] list(Path folder) throws IOException {
        try {
            var files = folder.getFileSystem().listStatus(folder);
            return files == null ? new FileStatus[0] : files;
        } catch (FileNotFoundException e) {
            return new FileStatus[0];
        }
    }
}
