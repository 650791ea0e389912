package io.carriageway.jobs.daily;

import io.carriageway.jobs.input.EventTimeConfig;
import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.jobs.io.jdbc.MySqlOptions;
import io.carriageway.jobs.io.lake.Lake;
import io.carriageway.jobs.io.lake.LakeOptions;
import io.carriageway.jobs.options.JobArguments;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/**
 * The options of the daily work, parsed.
 *
 * @param datasets those of the lake, by name
 * @param topics the name of each topic in the cluster
 * @param days number of days to process, {@code date} the last of them
 * @param corrected the config file of each job that corrects the date
 * @param retained folders of savepoints and checkpoints
 * @param uploadsBefore empty to derive it from the oldest snapshot in those folders
 * @param keepDays number of days for which a dataset is kept; a dataset that is missing here is kept for ever
 * @param dryRun whether to print the changes instead of making them
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

    static DailyConfig from(String... args) throws IOException {
        var given = JobArguments.parse(args, DailyOptions.ALL, MySqlOptions.ENVIRONMENT);
        return new DailyConfig(
                new Lake(JobArguments.require(given, LakeOptions.ROOT)),
                MySqlConnection.of(given),
                EventTimeConfig.of(given),
                KnownDataset.all(given),
                DailyOptions.TOPICS.stream()
                        .collect(Collectors.toMap(
                                ConfigOption::defaultValue, topic -> JobArguments.require(given, topic))),
                time(DailyOptions.DATE, JobArguments.require(given, DailyOptions.DATE), LocalDate::parse),
                atLeastOne(DailyOptions.DAYS, JobArguments.require(given, DailyOptions.DAYS)),
                pairs(given, DailyOptions.CORRECT, file -> file),
                list(given, DailyOptions.SAVEPOINTS),
                Optional.ofNullable(JobArguments.optional(given, DailyOptions.UPLOADS_BEFORE))
                        .map(text -> time(DailyOptions.UPLOADS_BEFORE, text, Instant::parse)),
                pairs(given, DailyOptions.KEEP_DAYS, DailyConfig::days),
                JobArguments.require(given, DailyOptions.TARGET_SIZE).getBytes(),
                JobArguments.require(given, DailyOptions.DRY_RUN));
    }

    /** Fails if there is no dataset of that name. */
    KnownDataset dataset(String name) {
        var known = datasets.get(name);
        if (known == null) {
            throw new IllegalArgumentException("the lake has no dataset " + name);
        }
        return known;
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
