package io.carriageway.jobs;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.intake.LatenessConfig;
import io.carriageway.intake.RecordOrigin;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.window.WindowRule;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/** How a job treats time. These settings decide its numbers: change one, and a replay may give other rows. */
public record EventTimeConfig(LatenessConfig limits, Duration partitionLag, Duration updateInterval) {

    static final ConfigOption<Duration> LATENESS = key("lateness.limit")
            .durationType()
            .defaultValue(Duration.ofMinutes(10))
            .withDescription(
                    "An event that arrives more than this after its event time is late: kept in the lake, in no table. Rows become final this much later.");

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

    public static final List<ConfigOption<?>> OPTIONS =
            List.of(LATENESS, SKEW, TOO_OLD, PARTITION_LAG, UPDATE_INTERVAL);

    private static final Duration MINUTE = Duration.ofMinutes(1);

    public static EventTimeConfig of(Configuration configuration) {
        return new EventTimeConfig(
                new LatenessConfig(
                        JobArguments.require(configuration, LATENESS),
                        JobArguments.require(configuration, SKEW),
                        Duration.ZERO,
                        JobArguments.require(configuration, TOO_OLD)),
                JobArguments.require(configuration, PARTITION_LAG),
                JobArguments.require(configuration, UPDATE_INTERVAL));
    }

    /** Windows of event time wait for the latest event that is not late, on the partition that is farthest behind. */
    public WindowRule eventWindows(Duration size) {
        return new WindowRule(size, limits.lateness().plus(partitionLag), updateInterval);
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
