package io.carriageway.jobs;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.intake.LatenessConfig;
import io.carriageway.intake.RecordOrigin;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.window.WindowRule;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.TimeUtils;

/**
 * How a job treats time. These settings decide its numbers: change one, and a replay may give other rows.
 *
 * @param hourOffset how long after the UTC hour windows and ranges of replays begin, whole minutes below an hour
 */
public record EventTimeConfig(
        LatenessConfig limits, Duration partitionLag, Duration updateInterval, Duration hourOffset) {

    private static final ConfigOption<Duration> LATENESS = lateness(EventTopic.Timing.USUAL);

    static final ConfigOption<Duration> SKEW = key("skew.limit")
            .durationType()
            .defaultValue(Duration.ofMinutes(1))
            .withDescription(
                    "An event whose time is more than this ahead of its arrival is rejected: a clock is wrong.");

    static final ConfigOption<Duration> TOO_OLD = key("too-old.limit")
            .durationType()
            .defaultValue(LatenessConfig.USUAL_AGE)
            .withDescription(
                    "Greatest age of an event when it arrives. An older one is rejected: its clock was never set, or its time was sent in seconds. A larger value takes older history in.");

    static final ConfigOption<Duration> PARTITION_LAG = key("partition.lag")
            .durationType()
            .defaultValue(Duration.ofMinutes(15))
            .withDescription(
                    "How far one partition may fall behind the others before its events miss their windows. Rows become final this much later.");

    static final ConfigOption<Duration> UPDATE_INTERVAL = key("update.interval")
            .durationType()
            .defaultValue(Duration.ofMinutes(1))
            .withDescription(
                    "The least time between two provisional rows of a window. A smaller value writes more often.");

    /** Of the jobs that read reports on accidents. */
    public static final ConfigOption<Duration> REPORT_LIMIT = key("report.limit")
            .durationType()
            .defaultValue(Duration.ofHours(24))
            .withDescription(
                    "A report made later than this after the accident is rejected. Rows of accidents become final this much later, and for so long weather is kept for them.");

    /** Of a job that owns no topic. */
    public static final List<ConfigOption<?>> OPTIONS =
            List.of(LATENESS, SKEW, TOO_OLD, PARTITION_LAG, UPDATE_INTERVAL);

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /** Of windows that begin with the UTC hour. */
    public EventTimeConfig(LatenessConfig limits, Duration partitionLag, Duration updateInterval) {
        this(limits, partitionLag, updateInterval, Duration.ZERO);
    }

    /** What a job that owns the topic can set: the topic tells defaults, and where hours begin. */
    public static List<ConfigOption<?>> options(EventTopic<?, ?> owned) {
        return Stream.<ConfigOption<?>>concat(
                        owned.timing().hoursBegin().stream(),
                        Stream.of(lateness(owned.timing()), SKEW, TOO_OLD, PARTITION_LAG, UPDATE_INTERVAL))
                .toList();
    }

    private static ConfigOption<Duration> lateness(EventTopic.Timing timing) {
        return key("lateness.limit")
                .durationType()
                .defaultValue(timing.lateness())
                .withDescription(
                        "Greatest time from an event to its arrival, or from the end of its period where it has one. A later event is kept in the lake and in no table. A larger value makes rows final so much later.");
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
                        JobArguments.require(given, lateness(timing)),
                        JobArguments.require(given, SKEW),
                        Duration.ZERO,
                        JobArguments.require(given, TOO_OLD)),
                JobArguments.require(given, PARTITION_LAG),
                JobArguments.require(given, UPDATE_INTERVAL),
                timing.hoursBegin().map(option -> hourOffset(given, option)).orElse(Duration.ZERO));
    }

    private static Duration hourOffset(Configuration given, ConfigOption<Duration> option) {
        var offset = JobArguments.require(given, option);
        if (offset.isNegative()
                || offset.compareTo(HOUR) >= 0
                || !offset.equals(Duration.ofMinutes(offset.toMinutes()))) {
            throw new IllegalArgumentException("option --%s must be whole minutes from 0 min to 59 min, and is %s"
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
