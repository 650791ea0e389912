package io.carriageway.jobs.daily;

import io.carriageway.jobs.input.EventTimeConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * How far the input of datasets has come.
 *
 * @param newest the newest minute of arrival of each topic that is final; topics without one are not there
 */
record InputProgress(Map<String, Instant> newest, EventTimeConfig timing) {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /** For a job that writes its files a little later than its ledger. */
    private static final Duration MARGIN = HOUR;

    /**
     * Whether no more rows of an hour will come but those of late events. Of several topics those that were ever in use
     * must have come so far.
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
