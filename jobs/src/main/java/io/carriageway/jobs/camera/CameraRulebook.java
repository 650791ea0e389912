package io.carriageway.jobs.camera;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.camera.CameraRules;
import io.carriageway.intake.TimeLimits;
import io.carriageway.jobs.JobArguments;
import io.carriageway.window.WindowRule;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/** The settings that decide the numbers: change one, and a replay may give other rows. */
record CameraRulebook(CameraRules frames, TimeLimits limits, Duration partitionLag, Duration updateInterval) {

    static final ConfigOption<Duration> LATENESS = key("lateness.limit")
            .durationType()
            .defaultValue(Duration.ofMinutes(10))
            .withDescription(
                    "An event that arrives more than this after its event time is late: kept in the lake, in no table.");

    static final ConfigOption<Duration> SKEW = key("skew.limit")
            .durationType()
            .defaultValue(Duration.ofMinutes(1))
            .withDescription(
                    "An event whose time is more than this ahead of its arrival is rejected: a clock is wrong.");

    static final ConfigOption<Duration> PARTITION_LAG = key("partition.lag")
            .durationType()
            .defaultValue(Duration.ofMinutes(15))
            .withDescription(
                    "How far one partition may fall behind the others before its events miss their windows. Rows become final this much later.");

    static final ConfigOption<Duration> UPDATE_INTERVAL = key("update.interval")
            .durationType()
            .defaultValue(Duration.ofMinutes(1))
            .withDescription("The least time between two provisional rows of a window.");

    static final ConfigOption<List<String>> BUCKETS = key("frames.buckets")
            .stringType()
            .asList()
            .defaultValues()
            .withDescription("Buckets in which image_uri may point, separated by semicolons. Empty: none.");

    static final List<ConfigOption<?>> OPTIONS = List.of(LATENESS, SKEW, PARTITION_LAG, UPDATE_INTERVAL, BUCKETS);

    private static final Duration MINUTE = Duration.ofMinutes(1);

    static CameraRulebook of(Configuration configuration) {
        return new CameraRulebook(
                new CameraRules(Set.copyOf(JobArguments.require(configuration, BUCKETS))),
                new TimeLimits(
                        JobArguments.require(configuration, LATENESS), JobArguments.require(configuration, SKEW)),
                JobArguments.require(configuration, PARTITION_LAG),
                JobArguments.require(configuration, UPDATE_INTERVAL));
    }

    /** Windows of event time wait for the latest event that is not late, on the partition that is farthest behind. */
    WindowRule trafficWindows() {
        return new WindowRule(MINUTE, limits.lateness().plus(partitionLag), updateInterval);
    }

    /** Minutes of arrival wait only for the partition that is farthest behind. */
    WindowRule ledgerWindows() {
        return new WindowRule(MINUTE, partitionLag, updateInterval);
    }

    /**
     * How far before the newest arrival a minute lies whose row is final for certain: the window's hold, and a
     * watermark that is one lag behind at most; the minute itself, and one more for the watermark's bound.
     */
    Duration settledAfter() {
        return trafficWindows().hold().plus(partitionLag).plus(MINUTE.multipliedBy(2));
    }
}
