package io.carriageway.jobs.daily;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.input.EventTimeOptions;
import io.carriageway.jobs.io.jdbc.MySqlOptions;
import io.carriageway.jobs.io.lake.LakeOptions;
import io.carriageway.jobs.options.OptionLists;
import io.carriageway.jobs.suite.Suite;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.MemorySize;

/** The options of the daily work. */
final class DailyOptions {

    static final ConfigOption<String> DATE = key("date")
            .stringType()
            .noDefaultValue()
            .withDescription("Day in UTC whose data is processed, like 2026-07-01.");

    static final ConfigOption<Integer> DAYS = key("days")
            .intType()
            .defaultValue(3)
            .withDescription(
                    "Number of days, date the last of them, of which partition states are found and files are merged. The default covers accidents, which are final a day later than the rest.");

    static final ConfigOption<String> CORRECT = key("correct")
            .stringType()
            .defaultValue("")
            .withDescription(
                    "Jobs that correct the date with its late events, each with its config file: weather=weather.properties,... Jobs: %s. Default: none."
                            .formatted(String.join(", ", Suite.jobNames())));

    static final ConfigOption<String> SAVEPOINTS = key("savepoints")
            .stringType()
            .defaultValue("")
            .withDescription(
                    "Folders of the retained savepoints and checkpoints, separated by commas. A file that one of these may name is kept. A savepoint in a folder that is missing here may lose files that it needs. Default: none.");

    static final ConfigOption<String> UPLOADS_BEFORE = key("uploads-before")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Instant, like 2026-07-01T00:00:00Z. Unfinished uploads that began before it are aborted. Default: a day before the oldest savepoint or checkpoint.");

    static final ConfigOption<String> KEEP_DAYS = key("keep-days")
            .stringType()
            .defaultValue("")
            .withDescription(
                    "Number of days before the date for which a dataset is kept: camera_frame=30,vehicle_telemetry=90,... Older hours of it are deleted, with their files. Default: for ever.");

    static final ConfigOption<MemorySize> TARGET_SIZE = key("compact.target-size")
            .memoryType()
            .defaultValue(MemorySize.ofMebiBytes(128))
            .withDescription(
                    "Approximate size of a merged file. A file of at least half this size stays as it is. A larger value makes fewer files.");

    static final ConfigOption<Boolean> DRY_RUN = key("dry-run")
            .booleanType()
            .defaultValue(false)
            .withDescription("Print what would change, and change nothing.");

    static final List<ConfigOption<String>> TOPICS =
            Suite.owned().stream().map(EventTopic::option).toList();

    static final List<ConfigOption<?>> ALL = OptionLists.join(
            List.of(DATE, DAYS, CORRECT, SAVEPOINTS, UPLOADS_BEFORE, KEEP_DAYS, TARGET_SIZE, DRY_RUN, LakeOptions.ROOT),
            ofTopics(),
            EventTimeOptions.ALL,
            MySqlOptions.ALL);

    private DailyOptions() {}

    private static List<ConfigOption<?>> ofTopics() {
        return Suite.owned().stream()
                .<ConfigOption<?>>flatMap(
                        topic -> Stream.concat(topic.options().stream(), topic.timing().hoursBegin().stream()))
                .distinct()
                .toList();
    }
}
