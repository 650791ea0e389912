package io.carriageway.jobs.daily;

import io.carriageway.jobs.input.EventTimeConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * How far the input of datasets has progressed.
 *
 * @param newest the newest final minute of arrival of each topic; topics without one are absent
 */
record InputProgress(Map<String, Instant> newest, EventTimeConfig timing) {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /** Margin for a job that publishes its files a little later than its ledger. */
    private static final Duration MARGIN = HOUR;

    /**
     * Whether an hour will get no more rows, except those of late events. Every topic of the dataset that was ever used
     * must have progressed that far.
     */
    boolean hasPassed(KnownDataset dataset, Instant hour) {
        var due = hour.plus(HOUR)
                .plus(dataset.lateness(timing.limits().lateness()))
                .plus(timing.partitionLag())
                .plus(dataset.settling())
                .plus(MARGIN);
        var reached = dataset.topics().stream()
                .map(newest::get)
                .filter(Objects::nonNull)
                .toList();
        return !reached.isEmpty()
                && reached.stream().noneMatch(minute -> minute.plus(MINUTE).isBefore(due));
    }
}
