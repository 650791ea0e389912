package io.carriageway.jobs.daily;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.jobs.EventTimeConfig;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.jobs.io.lake.Lake;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.jobs.suite.Suite;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;

/**
 * Everything that can be set about the daily work.
 *
 * @param datasets those of the lake, by name
 * @param topics what each topic is called
 * @param days how many days are looked at, {@code date} the last of them
 * @param corrected the config file of each job that corrects the date
 * @param retained folders of savepoints and checkpoints
 * @param uploadsBefore empty: by the oldest in those folders
 * @param keepDays for how many days a dataset is kept; of one that is not named all days are
 * @param dryRun whether all is left as it is, and only told
 */
record DailyConfig(
        Lake lake,
        MySqlConnection mysql,
        EventTimeConfig timing,
        Map<String, KnownDataset> datasets,
        Map<String, String> topics,
        LocalDate date,
        int days,
        Map<String, String> corrected,
        List<String> retained,
        Optional<Instant> uploadsBefore,
        Map<String, Integer> keepDays,
        long targetBytes,
        boolean dryRun) {

    private static final List<ConfigOption<String>> TOPICS =
            Suite.owned().stream().map(EventTopic::option).toList();
    private static final ConfigOption<String> DATE =
            key("date").stringType().noDefaultValue().withDescription("The day, UTC, like 2026-07-01.");
    private static final ConfigOption<Integer> DAYS = key("days")
            .intType()
            .defaultValue(3)
            .withDescription(
                    "For how many days states are found and files are merged, the date the last of them: accidents are final a day later than the rest.");
    private static final ConfigOption<String> CORRECT = key("correct")
            .stringType()
            .defaultValue("")
            .withDescription(
                    "Which jobs correct the date with its late events, each with its config file: weather=weather.properties,... Jobs: %s. Default: none."
                            .formatted(String.join(", ", Suite.jobNames())));
    private static final ConfigOption<String> SAVEPOINTS = key("savepoints")
            .stringType()
            .defaultValue("")
            .withDescription(
                    "Folders of the retained savepoints and checkpoints, by commas. What one of them may name is left alone: a folder that is not named here may lose what it needs. Default: none.");
    private static final ConfigOption<String> UPLOADS_BEFORE = key("uploads-before")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Unfinished uploads begun before this instant are aborted. Default: a day before the oldest savepoint or checkpoint.");
    private static final ConfigOption<String> KEEP_DAYS = key("keep-days")
            .stringType()
            .defaultValue("")
            .withDescription(
                    "For how many days before the date a dataset is kept: camera_frame=30,vehicle_telemetry=90,... Older hours of it are deleted, with their files. Default: for ever.");
    private static final ConfigOption<MemorySize> TARGET_SIZE = key("compact.target-size")
            .memoryType()
            .defaultValue(MemorySize.ofMebiBytes(128))
            .withDescription("About the size of a merged file. Files from half of it on stay as they are.");
    private static final ConfigOption<Boolean> DRY_RUN = key("dry-run")
            .booleanType()
            .defaultValue(false)
            .withDescription("true: nothing is changed, and told what would be.");

    static final List<ConfigOption<?>> OPTIONS = options();

    static DailyConfig from(String... args) throws IOException {
        var given = JobArguments.parse(args, OPTIONS, MySqlConnection.ENVIRONMENT);
        return new DailyConfig(
                new Lake(JobArguments.require(given, Lake.ROOT)),
                MySqlConnection.of(given),
                EventTimeConfig.of(given),
                KnownDataset.all(given),
                TOPICS.stream()
                        .collect(Collectors.toMap(
                                ConfigOption::defaultValue, topic -> JobArguments.require(given, topic))),
                time(DATE, JobArguments.require(given, DATE), LocalDate::parse),
                atLeastOne(DAYS, JobArguments.require(given, DAYS)),
                pairs(given, CORRECT, file -> file),
                list(given, SAVEPOINTS),
                Optional.ofNullable(JobArguments.optional(given, UPLOADS_BEFORE))
                        .map(text -> time(UPLOADS_BEFORE, text, Instant::parse)),
                pairs(given, KEEP_DAYS, DailyConfig::days),
                JobArguments.require(given, TARGET_SIZE).getBytes(),
                JobArguments.require(given, DRY_RUN));
    }

    /** Fails where there is no dataset of that name. */
    KnownDataset dataset(String name) {
        var known = datasets.get(name);
        if (known == null) {
            throw new IllegalArgumentException("the lake has no dataset " + name);
        }
        return known;
    }

    private static List<ConfigOption<?>> options() {
        var options = new ArrayList<ConfigOption<?>>(
                List.of(DATE, DAYS, CORRECT, SAVEPOINTS, UPLOADS_BEFORE, KEEP_DAYS, TARGET_SIZE, DRY_RUN, Lake.ROOT));
        for (var topic : Suite.owned()) {
            options.addAll(topic.options());
            topic.timing().hoursBegin().ifPresent(options::add);
        }
        options.addAll(EventTimeConfig.OPTIONS);
        options.addAll(MySqlConnection.OPTIONS);
        return options.stream().distinct().toList();
    }

    private static <T> T time(ConfigOption<?> option, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (DateTimeException e) {
            throw refused(option, text, e);
        }
    }

    private static int atLeastOne(ConfigOption<?> option, int number) {
        if (number < 1) {
            throw refused(option, String.valueOf(number), null);
        }
        return number;
    }

    private static List<String> list(Configuration given, ConfigOption<String> option) {
        return Arrays.stream(JobArguments.require(given, option).split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static <V> Map<String, V> pairs(
            Configuration given, ConfigOption<String> option, Function<String, V> value) {
        var pairs = new LinkedHashMap<String, V>();
        for (var each : list(given, option)) {
            var pair = each.split("=", 2);
            try {
                pairs.put(pair[0].strip(), value.apply(pair[1].strip()));
            } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
                throw refused(option, each, e);
            }
        }
        return pairs;
    }

    private static int days(String text) {
        int days = Integer.parseInt(text);
        if (days < 1) {
            throw new NumberFormatException("below 1: " + text);
        }
        return days;
    }

    private static IllegalArgumentException refused(ConfigOption<?> option, String text, Exception cause) {
        return new IllegalArgumentException("option --%s does not take '%s'".formatted(option.key(), text), cause);
    }
}
