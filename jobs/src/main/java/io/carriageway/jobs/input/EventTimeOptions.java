package io.carriageway.jobs.input;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.intake.LatenessConfig;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.options.OptionLists;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** The options of event time. They decide a job's numbers: after a change, a replay may compute other rows. */
public final class EventTimeOptions {

    public static final ConfigOption<Duration> SKEW = key("skew.limit")
            .durationType()
            .defaultValue(Duration.ofMinutes(1))
            .withDescription(
                    "Greatest time by which an event may be ahead of its arrival. An event farther ahead is rejected, because the clock of its device is wrong. A larger value accepts less accurate clocks.");

    public static final ConfigOption<Duration> TOO_OLD = key("too-old.limit")
            .durationType()
            .defaultValue(LatenessConfig.USUAL_AGE)
            .withDescription(
                    "Greatest age of an event at its arrival. An older event is rejected: the clock of its device was never set, or its time was sent in seconds. A larger value accepts older history.");

    public static final ConfigOption<Duration> PARTITION_LAG = key("partition.lag")
            .durationType()
            .defaultValue(Duration.ofMinutes(15))
            .withDescription(
                    "Time by which one partition may fall behind the others before its events miss their windows. A larger value makes rows final that much later.");

    public static final ConfigOption<Duration> UPDATE_INTERVAL = key("update.interval")
            .durationType()
            .defaultValue(Duration.ofMinutes(1))
            .withDescription(
                    "Shortest time between two provisional rows of a window. A smaller value writes more often.");

    private static final ConfigOption<Duration> LATENESS = lateness(EventTopic.Timing.USUAL);

    /** The options of a job that owns no topic. */
    public static final List<ConfigOption<?>> ALL = List.of(LATENESS, SKEW, TOO_OLD, PARTITION_LAG, UPDATE_INTERVAL);

    private EventTimeOptions() {}

    /** The options of the job that owns the topic. The topic gives defaults, and the option for the start of hours. */
    public static List<ConfigOption<?>> of(EventTopic<?, ?> owned) {
        return OptionLists.join(
                owned.timing().hoursBegin().stream().toList(),
                List.of(lateness(owned.timing()), SKEW, TOO_OLD, PARTITION_LAG, UPDATE_INTERVAL));
    }

    static ConfigOption<Duration> lateness(EventTopic.Timing timing) {
        return key("lateness.limit")
                .durationType()
                .defaultValue(timing.lateness())
                .withDescription(
                        "Greatest time from an event, or from the end of its period where it has one, to its arrival. A later event is stored in the lake and in no table. A larger value makes rows final that much later.");
    }
}
