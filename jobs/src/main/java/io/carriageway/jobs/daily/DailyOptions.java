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

/** Everything that can be set about the daily work. */
final class DailyOptions {

    static final ConfigOption<String> DATE =
            key("date").stringType().noDefaultValue().withDescription("The day, UTC, like 2026-07-01.");

    static final ConfigOption<Integer> DAYS = key("days")
            .intType()
            .defaultValue(3)
            .withDescription(
                    "For how many days states are found and files are merged, the date the last of them: accidents are final a day later than the rest.");

    static final ConfigOption<String> CORRECT = key("correct")
            .stringType()
            .defaultValue("")
            .withDescription(
                    "Which jobs correct the date with its late events, each with its config file: weather=weather.properties,... Jobs: %s. Default: none."
                            .formatted(String.join(", ", Suite.jobNames())));

    static final ConfigOption<String> SAVEPOINTS = key("savepoints")
            .stringType()
            .defaultValue("")
            .withDescription(
                    "Folders of the retained savepoints and checkpoints, by commas. What one of them may name is left alone: a folder that is not named here may lose what it needs. Default: none.");

    static final ConfigOption<String> UPLOADS_BEFORE = key("uploads-before")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Unfinished uploads begun before this instant are aborted. Default: a day before the oldest savepoint or checkpoint.");

    static final ConfigOption<String> KEEP_DAYS = key("keep-days")
            .stringType()
            .defaultValue("")
            .withDescription(
                    "For how many days before the date a dataset is kept: camera_frame=30,vehicle_telemetry=90,... Older hours of it are deleted, with their files. Default: for ever.");

    static final ConfigOption<MemorySize> TARGET_SIZE = key("compact.target-size")
            .memoryType()
            .defaultValue(MemorySize.ofMebiBytes(128))
            .withDescription("About the size of a merged file. Files from half of it on stay as they are.");

    static final ConfigOption<Boolean> DRY_RUN = key("dry-run")
            .booleanType()
            .defaultValue(false)
            .withDescription("true: nothing is changed, and told what would be.");

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
