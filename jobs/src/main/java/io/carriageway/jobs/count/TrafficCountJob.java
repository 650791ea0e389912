package io.carriageway.jobs.count;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.alert.AlertTable;
import io.carriageway.count.TrafficCountRules;
import io.carriageway.event.TrafficCount;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.definition.JobDefinition;
import io.carriageway.jobs.io.lake.Dataset;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.row.TrafficCountRow;
import io.carriageway.row.TrafficCountTotal;
import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;

/** Sums counts of detectors. It owns topic {@code traffic-count} with its ledger, dead letters and lake input. */
public final class TrafficCountJob {

    /** Late after an hour, because many detectors store their counts and send one hour at once. */
    public static final EventTopic<TrafficCountRow, TrafficCount> TOPIC = EventTopic.of(
                    "traffic-count",
                    "counts of detectors",
                    new TrafficCountRules(hourOffset().defaultValue()),
                    new Dataset<>("traffic_count", TrafficCountRow.class, "period_start"))
            .withRules(given -> new TrafficCountRules(JobArguments.require(given, hourOffset())), hourOffset())
            .hoursBegin(hourOffset())
            .lateAfter(Duration.ofHours(1));

    static final Table<TrafficCountTotal> QUARTER_HOURS = table("traffic_count_15m", TrafficCountPipeline.QUARTER_HOUR);
    static final Table<TrafficCountTotal> HOURS = table("traffic_count_1h", TrafficCountPipeline.HOUR);

    public static final JobDefinition JOB = JobDefinition.named("traffic-count", TrafficCountJob.class)
            .writes(QUARTER_HOURS, HOURS)
            .pipeline(TOPIC, AlertTable.TRAFFIC_COUNT_15M, TrafficCountPipeline::attach);

    private TrafficCountJob() {}

    private static ConfigOption<Duration> hourOffset() {
        return key("count.hour-offset")
                .durationType()
                .defaultValue(Duration.ZERO)
                .withDescription(
                        "Time from the UTC hour to the beginning of the hours in which detectors count, one of 0, 15, 30 and 45 min: 30 min where local time is half an hour off UTC, 15 min at UTC+5:45. A larger value moves windows and the ranges of replays. Do not change it for data of which a table already has rows.");
    }

    private static Table<TrafficCountTotal> table(String name, Duration window) {
        return Table.windowed(name, TrafficCountTotal.class, window, "site_id", "lane", "window_start");
    }

    public static void main(String[] args) throws Exception {
        JOB.run(args);
    }
}
