package io.carriageway.jobs.daily;

import io.carriageway.jobs.io.jdbc.reference.LakePartitions;
import io.carriageway.jobs.io.lake.compaction.LakeHours;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;

/** Deletes old hours of datasets with a limited retention. */
record Retention(DailyConfig config, LakeHours hours, LakePartitions partitions, PrintStream out) implements Step {

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public String run() throws Exception {
        var done = new ArrayList<String>();
        for (var kept : config.keepDays().entrySet()) {
            var dataset = config.dataset(kept.getKey());
            int deleted = deleteBefore(dataset, firstKept(kept.getValue()));
            done.add("%d hours of %s".formatted(deleted, kept.getKey()));
        }
        return done.isEmpty()
                ? "everything is kept"
                : String.join(", ", done) + (config.dryRun() ? " would be deleted" : " deleted");
    }

    /**
     * The first hour to keep, counted from the date but at the latest from today: a date in the future must not empty
     * the lake.
     */
    private Instant firstKept(int days) throws Exception {
        var today = LocalDate.ofInstant(partitions.now(), ZoneOffset.UTC);
        var from = config.date().isAfter(today) ? today : config.date();
        return from.minusDays(days).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private int deleteBefore(KnownDataset dataset, Instant time) throws Exception {
        var old = hours.between(dataset.dataset(), Instant.EPOCH, time);
        for (var hour : old) {
            if (!config.dryRun()) {
                hours.delete(dataset.dataset(), hour);
                partitions.delete(dataset.dataset().name(), hour);
            }
            out.println("  %s %s".formatted(dataset.dataset().name(), hour));
        }
        return old.size();
    }
}
