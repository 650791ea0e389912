package io.carriageway.jobs.daily;

import io.carriageway.jobs.io.lake.UnfinishedUploads;
import io.carriageway.jobs.io.lake.compaction.RetainedSnapshots;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.configuration.Configuration;

/** Aborts uploads to the lake that no job will complete. */
record AbortStaleUploads(DailyConfig config, Configuration flink, PrintStream out) implements Step {

    /**
     * Greatest age of an upload that a savepoint names, relative to the savepoint. A file is open from one successful
     * checkpoint to the next, and hours may lie between them if checkpoints fail.
     */
    private static final Duration OPEN_AT_MOST = Duration.ofDays(1);

    @Override
    public String name() {
        return "unfinished uploads";
    }

    @Override
    public String run() throws IOException {
        if (!UnfinishedUploads.areIn(config.lake())) {
            return "none, because the lake is not on S3";
        }
        var before = before();
        try (var uploads = UnfinishedUploads.of(config.lake(), flink)) {
            var old = uploads.before(before);
            for (var upload : old) {
                if (!config.dryRun()) {
                    uploads.abort(upload);
                }
                out.println("  %s, begun %s".formatted(upload.key(), upload.begun()));
            }
            return "%d begun before %s %s"
                    .formatted(old.size(), before, config.dryRun() ? "would be aborted" : "aborted");
        }
    }

    private Instant before() throws IOException {
        if (config.uploadsBefore().isPresent()) {
            return config.uploadsBefore().get();
        }
        return RetainedSnapshots.oldest(config.retained())
                .map(oldest -> oldest.minus(OPEN_AT_MOST))
                .orElseThrow(() -> new IllegalStateException(
                        "no savepoint or checkpoint in %s, so a job may still need any upload; give --uploads-before an instant before which none is needed"
                                .formatted(config.retained())));
    }
}
