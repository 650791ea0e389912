package io.carriageway.jobs.daily;

import io.carriageway.jobs.io.jdbc.reference.LakePartition;
import io.carriageway.jobs.io.jdbc.reference.LakePartition.State;
import io.carriageway.jobs.io.jdbc.reference.LakePartitions;
import io.carriageway.jobs.io.lake.compaction.CompactionResult;
import io.carriageway.jobs.io.lake.compaction.LakeHours;
import io.carriageway.jobs.io.lake.compaction.RetainedSnapshots;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Merges the small files of final hours, and completes unfinished compactions of any day. */
record Compactions(DailyConfig config, LakeHours hours, LakePartitions partitions, PartitionStates states)
        implements Step {

    private static final Logger LOG = LoggerFactory.getLogger(Compactions.class);

    @Override
    public String name() {
        return "compaction";
    }

    @Override
    public String run() throws Exception {
        var due = due();
        if (config.dryRun()) {
            return "%d hours would be compacted".formatted(due.size());
        }
        var snapshots = RetainedSnapshots.in(config.retained(), partitions.now());
        int before = 0;
        int after = 0;
        var failures = new ArrayList<String>();
        for (var partition : due) {
            try {
                var merged = compact(partition, snapshots);
                before += merged.map(done -> done.filesBefore()).orElse(0);
                after += merged.map(done -> done.filesAfter()).orElse(0);
            } catch (IOException | RuntimeException e) {
                LOG.error("The files of {} are not merged", partition, e);
                failures.add("%s %s: %s".formatted(partition.dataset(), partition.hour(), e.getMessage()));
            }
        }
        var done = "%d files became %d, in %d hours".formatted(before, after, due.size() - failures.size());
        if (!failures.isEmpty()) {
            throw new IllegalStateException("%s; left as they are: %s".formatted(done, failures));
        }
        return done;
    }

    private List<LakePartition> due() throws Exception {
        var due = new ArrayList<>(partitions.compacting());
        for (var dataset : config.datasets().values()) {
            for (var hour : states.hoursOfDays()) {
                partitions
                        .find(dataset.dataset().name(), hour)
                        .filter(found -> found.state() == State.FINAL)
                        .ifPresent(due::add);
            }
        }
        return due;
    }

    /** Compacts an hour. While its state is compacting, readers may find rows twice. */
    private Optional<CompactionResult> compact(LakePartition partition, RetainedSnapshots snapshots) throws Exception {
        var dataset = config.dataset(partition.dataset());
        partitions.write(partition.in(State.COMPACTING));
        try {
            var merged = hours.compact(dataset.dataset(), partition.hour(), snapshots);
            var unused = states.write(dataset, partition.hour(), Optional.of(partition), true);
            return merged;
        } catch (IllegalStateException e) {
            // refused before anything was changed
            partitions.write(partition.in(State.FINAL));
            throw e;
        }
    }
}
