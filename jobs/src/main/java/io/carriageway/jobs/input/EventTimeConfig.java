package io.carriageway.jobs.input;

import io.carriageway.intake.LatenessConfig;
import io.carriageway.intake.RecordOrigin;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.window.WindowRule;
import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.TimeUtils;

/**
 * A job's settings of event time. They decide its numbers: after a change, a replay may compute other rows.
 *
 * @param hourOffset time from the UTC hour to the start of windows and of replay ranges, 0, 15, 30 or 45 min
 */
public record EventTimeConfig(
        LatenessConfig limits, Duration partitionLag, Duration updateInterval, Duration hourOffset) {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration QUARTER_HOUR = Duration.ofMinutes(15);

    /** Settings for windows that start with the UTC hour. */
    public EventTimeConfig(LatenessConfig limits, Duration partitionLag, Duration updateInterval) {
        this(limits, partitionLag, updateInterval, Duration.ZERO);
    }

    /** The settings of a job that owns no topic. */
    public static EventTimeConfig of(Configuration given) {
        return of(given, EventTopic.Timing.USUAL);
    }

    /** The settings of the job that owns the topic. */
    public static EventTimeConfig of(Configuration given, EventTopic<?, ?> owned) {
        return of(given, owned.timing());
    }

    private static EventTimeConfig of(Configuration given, EventTopic.Timing timing) {
        return new EventTimeConfig(
                new LatenessConfig(
                        JobArguments.require(given, EventTimeOptions.lateness(timing)),
                        JobArguments.require(given, EventTimeOptions.SKEW),
                        Duration.ZERO,
                        JobArguments.require(given, EventTimeOptions.TOO_OLD)),
                JobArguments.require(given, EventTimeOptions.PARTITION_LAG),
                JobArguments.require(given, EventTimeOptions.UPDATE_INTERVAL),
                timing.hoursBegin().map(option -> hourOffset(given, option)).orElse(Duration.ZERO));
    }

    /** Local hours start at a quarter hour of UTC everywhere, and so do rules of alerts. */
    private static Duration hourOffset(Configuration given, ConfigOption<Duration> option) {
        var offset = JobArguments.require(given, option);
        if (offset.isNegative() || offset.compareTo(HOUR) >= 0 || offset.toNanos() % QUARTER_HOUR.toNanos() != 0) {
            throw new IllegalArgumentException("option --%s must be 0, 15, 30 or 45 min, but is %s"
                    .formatted(option.key(), TimeUtils.formatWithHighestUnit(offset)));
        }
        return offset;
    }

    /** These settings with other limits. */
    EventTimeConfig with(LatenessConfig other) {
        return new EventTimeConfig(other, partitionLag, updateInterval, hourOffset);
    }

    /**
     * The rule for windows of event time. They wait for the latest event that is not late, on the partition that is
     * farthest behind.
     */
    public WindowRule eventWindows(Duration size) {
        return new WindowRule(size, limits.lateness().plus(partitionLag), updateInterval).startingPast(hourOffset);
    }

    /**
     * The rule for minutes of arrival. They wait only for the partition that is farthest behind. Records of unknown
     * arrival may come at any time and are all counted, so their minute is never final while the job runs.
     */
    public WindowRule arrivalMinutes() {
        return new WindowRule(MINUTE, partitionLag, updateInterval).openBefore(RecordOrigin.UNKNOWN_MILLIS + 1);
    }

    /**
     * The time between the newest arrival and the latest instant whose window is certainly final. It is the sum of the
     * window, its allowed lateness, one lag by which the watermark may be behind, and a minute for the watermark's
     * bound.
     */
    public Duration settledAfter(Duration size) {
        return size.plus(eventWindows(size).allowedLateness())
                .plus(partitionLag)
                .plus(MINUTE);
    }
}
