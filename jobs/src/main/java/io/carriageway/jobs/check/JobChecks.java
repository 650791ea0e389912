package io.carriageway.jobs.check;

import io.carriageway.jobs.DeadLetterTopicConfig;
import io.carriageway.jobs.JobResourceOptions;
import io.carriageway.jobs.alert.AlertOptions;
import io.carriageway.jobs.alert.AlertSinks;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.io.files.WritableFolder;
import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.jobs.io.jdbc.reference.DatabaseRights;
import io.carriageway.jobs.io.kafka.KafkaClient;
import io.carriageway.jobs.io.kafka.RecordDemand;
import io.carriageway.jobs.io.kafka.TopicAccess;
import io.carriageway.jobs.io.lake.LakeOptions;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.jobs.replay.ReplayOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;

/**
 * The checks of a job's stores, made from what the job declares, so that a new topic or table is checked too.
 *
 * @param owned the topic that the job owns, if there is one; only then it writes dead letters
 * @param read the topics that it reads and does not own
 * @param published the topics of events that it writes
 */
public record JobChecks(
        Optional<EventTopic<?, ?>> owned,
        List<EventTopic<?, ?>> read,
        List<EventTopic<?, ?>> published,
        List<Table<?>> tables) {

    private static final String FRAMES = "frames";
    private static final String NONE = "none";

    /** Options of folders in which some jobs write. */
    private static final List<String> FOLDERS = List.of(FRAMES, JobResourceOptions.PUBLISH.key());

    /** The checks of a run by those options. A run over a range of the past writes to no topic. */
    public List<Check> of(Configuration given) {
        var checks = new ArrayList<Check>();
        boolean isLive = !given.contains(ReplayOptions.FROM);
        if (isLive) {
            inputs().forEach(topic -> checks.add(input(given, JobArguments.require(given, topic.option()))));
            outputs(given).forEach((topic, records) -> checks.add(output(given, topic, records)));
        }
        checks.add(Check.of("database", () -> requireDatabase(MySqlConnection.of(given))));
        if (isLive) {
            checks.add(Check.of(
                    "lake", () -> WritableFolder.require("lake", JobArguments.require(given, LakeOptions.ROOT))));
        }
        FOLDERS.forEach(key -> folder(given, key).ifPresent(folder -> checks.add(folder(key, folder))));
        return checks;
    }

    /** Another database for the rows of a what-if is created when the job starts, so only the login can be checked. */
    private void requireDatabase(MySqlConnection connection) throws Exception {
        DatabaseRights.require(connection.base(), connection.isApart() ? Map.of() : columns());
    }

    /** The tables, and a column of each. */
    private Map<String, String> columns() {
        return tables.stream()
                .collect(Collectors.toMap(Table::name, table -> table.key().get(0)));
    }

    private Stream<EventTopic<?, ?>> inputs() {
        return Stream.concat(owned.stream(), read.stream());
    }

    private static Check input(Configuration given, String topic) {
        return new Check("input topic " + topic, () -> TopicAccess.requireReadable(KafkaClient.of(given), topic));
    }

    private static Check output(Configuration given, String topic, RecordDemand records) {
        return Check.of(
                "output topic " + topic,
                () -> TopicAccess.requireWritable(KafkaClient.ofOutputs(given), topic, records));
    }

    /** The topics that a live run writes, and what their records demand. */
    private Map<String, RecordDemand> outputs(Configuration given) {
        var outputs = new LinkedHashMap<String, RecordDemand>();
        if (owned.isPresent()) {
            var letters = DeadLetterTopicConfig.of(given);
            outputs.put(letters.topic(), new RecordDemand(letters.limits().letterBytes(), false));
        }
        published.forEach(topic ->
                outputs.put(JobArguments.require(given, topic.option()), new RecordDemand(topic.largestBytes(), true)));
        if (given.contains(AlertOptions.ALERTS)) {
            outputs.put(
                    JobArguments.require(given, AlertOptions.TOPIC), new RecordDemand(AlertSinks.ALERT_BYTES, false));
        }
        return outputs;
    }

    private static Check folder(String option, String folder) {
        return Check.of("%s %s".formatted(option, folder), () -> WritableFolder.require(option, folder));
    }

    private static Optional<String> folder(Configuration given, String key) {
        var isUnused =
                key.equals(FRAMES) && text(given, "frames.keep").orElse(NONE).equals(NONE);
        return isUnused ? Optional.empty() : text(given, key);
    }

    private static Optional<String> text(Configuration given, String key) {
        return given.getOptional(ConfigOptions.key(key).stringType().noDefaultValue());
    }
}
