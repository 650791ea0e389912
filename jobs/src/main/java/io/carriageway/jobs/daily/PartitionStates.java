package io.carriageway.jobs.daily;

import io.carriageway.jobs.io.jdbc.reference.LakePartition;
import io.carriageway.jobs.io.jdbc.reference.LakePartition.State;
import io.carriageway.jobs.io.jdbc.reference.LakePartitions;
import io.carriageway.jobs.io.lake.compaction.LakeHours;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Records the files and the state of each hour. */
record PartitionStates(DailyConfig config, LakeHours hours, LakePartitions partitions) implements Step {

    @Override
    public String name() {
        return "partition states";
    }

    @Override
    public String run() throws Exception {
        var progress = progress();
        var count = new EnumMap<State, Integer>(State.class);
        for (var dataset : config.datasets().values()) {
            var present = Set.copyOf(hours.between(dataset.dataset(), first(), end()));
            for (var hour : hoursOfDays()) {
                refresh(dataset, hour, present.contains(hour), progress)
                        .ifPresent(found -> count.merge(found.state(), 1, Integer::sum));
            }
        }
        return "%d hours open, %d final, %d compacted, %d with an unfinished compaction"
                .formatted(Stream.of(State.OPEN, State.FINAL, State.COMPACTED, State.COMPACTING)
                        .map(state -> count.getOrDefault(state, 0))
                        .toArray());
    }

    private InputProgress progress() throws Exception {
        var newest = new HashMap<String, Instant>();
        for (var topic : config.topics().entrySet()) {
            partitions.newestFinalMinute(topic.getValue()).ifPresent(minute -> newest.put(topic.getKey(), minute));
        }
        return new InputProgress(newest, config.timing());
    }

    List<Instant> hoursOfDays() {
        return Stream.iterate(first(), hour -> hour.plus(1, ChronoUnit.HOURS))
                .limit(24L * config.days())
                .toList();
    }

    private Instant first() {
        return config.date().minusDays(config.days() - 1L).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private Instant end() {
        return config.date().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** Keeps the state of an hour whose compaction has not ended. */
    private Optional<LakePartition> refresh(
            KnownDataset dataset, Instant hour, boolean isPresent, InputProgress progress) throws Exception {
        var stored = partitions.find(dataset.dataset().name(), hour);
        boolean isCompacting =
                stored.filter(known -> known.state() == State.COMPACTING).isPresent();
        boolean isUnknown = stored.isEmpty() && !isPresent;
        return isCompacting || isUnknown ? stored : write(dataset, hour, stored, progress.hasPassed(dataset, hour));
    }

    /** Stores the current contents of an hour; empty if it has no file. */
    Optional<LakePartition> write(KnownDataset dataset, Instant hour, Optional<LakePartition> stored, boolean isFinal)
            throws Exception {
        var name = dataset.dataset().name();
        var contents = hours.contents(dataset.dataset(), hour);
        if (contents.files() == 0) {
            if (stored.isPresent() && !config.dryRun()) {
                partitions.delete(name, hour);
            }
            return Optional.empty();
        }
        var isKnown = stored.filter(known -> known.has(contents.files(), contents.bytes()));
        long rows = isKnown.isPresent() ? isKnown.get().rows() : hours.rows(dataset.dataset(), hour);
        var state = !isFinal ? State.OPEN : contents.isMergeable() ? State.FINAL : State.COMPACTED;
        var found = new LakePartition(name, hour, state, contents.files(), rows, contents.bytes());
        if (!config.dryRun()) {
            partitions.write(found);
        }
        return Optional.of(found);
    }
}
