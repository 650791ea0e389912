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
 * How a job treats time. These settings decide its numbers: change one, and a replay may give other rows.
 *
 * @param hourOffset how long after the UTC hour windows and ranges of replays begin, a number of quarter hours below an
 *     hour
 */
public record EventTimeConfig(
        LatenessConfig limits, Duration partitionLag, Duration updateInterval, Duration hourOffset) {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration QUARTER_HOUR = Duration.ofMinutes(15);

    /** Of windows that begin with the UTC hour. */
    public EventTimeConfig(LatenessConfig limits, Duration partitionLag, Duration updateInterval) {
        this(limits, partitionLag, updateInterval, Duration.ZERO);
    }

    /** Of a job that owns no topic. */
    public static EventTimeConfig of(Configuration given) {
        return of(given, EventTopic.Timing.USUAL);
    }

    /** Of the job that owns the topic. */
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

    /** Local hours begin a number of quarter hours past the UTC hour, wherever they do; so do rules of alerts. */
    private static Duration hourOffset(Configuration given, ConfigOption<Duration> option) {
        var offset = JobArguments.require(given, option);
        if (offset.isNegative() || offset.compareTo(HOUR) >= 0 || offset.toNanos() % QUARTER_HOUR.toNanos() != 0) {
            throw new IllegalArgumentException("option --%s must be 0, 15, 30 or 45 min, and is %s"
                    .formatted(option.key(), TimeUtils.formatWithHighestUnit(offset)));
        }
        return offset;
    }

    /** The same with other limits. */
    EventTimeConfig with(LatenessConfig other) {
        return new EventTimeConfig(other, partitionLag, updateInterval, hourOffset);
    }

    /** Windows of event time wait for the latest event that is not late, on the partition that is farthest behind. */
    public WindowRule eventWindows(Duration size) {
        return new WindowRule(size, limits.lateness().plus(partitionLag), updateInterval).startingPast(hourOffset);
    }

    /**
     * Minutes of arrival wait only for the partition that is farthest behind. Records of unknown arrival may come at
     * any time, and none of them is left out: their minute is never final while the job runs.
     */
    public WindowRule arrivalMinutes() {
        return new WindowRule(MINUTE, partitionLag, updateInterval).openBefore(RecordOrigin.UNKNOWN_MILLIS + 1);
    }

    /**
     * How far before the newest arrival a time lies whose window is final for certain: the window and its allowed
     * lateness, a watermark that is one lag behind at most, and a minute for the watermark's bound.
     */
    public Duration settledAfter(Duration size) {
        return size.plus(eventWindows(size).allowedLateness())
                .plus(partitionLag)
                .plus(MINUTE);
    }
}
