package io.carriageway.jobs.io.lake.compaction;

import io.carriageway.jobs.io.lake.HourListing;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.Path;

/**
 * Replaces files by others. An object store cannot do that atomically, so the plan is stored first, and the next run
 * completes it if this one fails. New files appear before old ones are deleted: meanwhile a reader may see rows twice,
 * but never misses one.
 */
record FileReplacement(FileSystem files, Path folder) {

    private static final String PLAN = "_compaction-plan";

    /** Executes a plan whose new files exist under their hidden names. */
    void carryOut(ReplacementPlan plan) throws IOException {
        try (var out = files.create(path(PLAN), WriteMode.OVERWRITE)) {
            out.write(plan.text().getBytes(StandardCharsets.UTF_8));
        }
        complete(plan);
    }

    /** Completes what an earlier run left unfinished, and deletes the files that it did not use. */
    void recover() throws IOException {
        var plan = plan();
        if (plan.isPresent()) {
            complete(plan.get());
        }
        for (var file : HourListing.list(folder).map(FileStatus::getPath).toList()) {
            if (file.getName().startsWith(ReplacementPlan.HIDDEN_PREFIX)
                    || file.getName().equals(PLAN)) {
                delete(file);
            }
        }
    }

    private Optional<ReplacementPlan> plan() throws IOException {
        try (var in = files.open(path(PLAN))) {
            return ReplacementPlan.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    private void complete(ReplacementPlan plan) throws IOException {
        for (var output : plan.outputs()) {
            show(path(ReplacementPlan.hidden(output)), path(output));
        }
        new ParallelFiles(files).delete(plan.inputs().stream().map(this::path).toList());
        delete(path(PLAN));
    }

    /**
     * Makes a hidden file visible. A visible copy is complete, on S3 too; only the hidden file may still exist beside
     * it.
     */
    private void show(Path hidden, Path shown) throws IOException {
        if (files.exists(shown)) {
            delete(hidden);
        } else if (!files.rename(hidden, shown)) {
            throw new IOException("%s could not be renamed to %s".formatted(hidden, shown.getName()));
        }
    }

    private void delete(Path file) throws IOException {
        new ParallelFiles(files).delete(file);
    }

    Path path(String name) {
        return new Path(folder, name);
    }
}
