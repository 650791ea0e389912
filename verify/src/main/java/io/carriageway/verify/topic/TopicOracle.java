package io.carriageway.verify.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.jobs.contract.Table;
import io.carriageway.verify.oracle.Alerts;
import io.carriageway.verify.oracle.GenericMessages;
import io.carriageway.verify.oracle.Oracle;
import io.carriageway.verify.oracle.Rows;
import io.carriageway.verify.oracle.Topic;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The oracle of a topic's owner job: computes every number that follows from the topic's records again. */
public final class TopicOracle implements AutoCloseable {

    private final Oracle oracle;
    private final TopicRun run;
    private final TopicCase topic;

    private TopicOracle(Oracle oracle, TopicRun run) {
        this.oracle = oracle;
        this.run = run;
        this.topic = run.topicCase();
    }

    /** Reads all records that are in the run's topics now. */
    public static TopicOracle of(TopicRun run) throws Exception {
        var oracle = Oracle.of(run);
        var topic = run.topicCase();
        oracle.script(topic.job().name() + "_input");
        for (var companion : topic.companions()) {
            companion.tell(oracle, run);
        }
        oracle.insert("record", inputOf(topic, run.topic(run.inputTopic())));
        for (var view : List.of("verdict", "dead_letter", "event_ledger_1m", "lake_event")) {
            oracle.script(view);
        }
        for (var view : topic.views()) {
            oracle.script(view);
        }
        return new TopicOracle(oracle, run);
    }

    /** The rows of the oracle's table record: all records in the topic now. */
    public static List<List<Object>> inputOf(TopicCase topic, Topic records) {
        var messages = new GenericMessages(topic.topic().record().getSimpleName());
        return records.records().stream()
                .map(record -> row(record, messages, topic.columns()))
                .toList();
    }

    private static List<Object> row(
            ConsumerRecord<byte[], byte[]> record, GenericMessages messages, EventColumns columns) {
        var row = new ArrayList<Object>();
        row.addAll(List.of(record.topic(), record.partition(), record.offset(), record.timestamp()));
        row.add(Topic.keyOf(record));
        var defect = Topic.defectOf(record);
        row.addAll(columns.of(messages.read(record.value()), defect));
        row.add(defect);
        return row;
    }

    /**
     * Fails if the run's tables, lake or dead letters differ from the oracle in any column of any row.
     *
     * @param withoutRows tables that must be empty; every other must have rows
     */
    public void agreesWithEverything(String... withoutRows) throws SQLException {
        oracle.agreesWithTable("event_ledger_1m");
        oracle.agreesWithDeadLetters();
        var events = topic.topic().dataset();
        oracle.agreesWithLake(events.name(), "lake_event", times(events.schema()));
        for (var table : topic.tables()) {
            if (List.of(withoutRows).contains(table.name())) {
                hasNoRows(table);
            } else {
                oracle.agreesWithTable(table.name());
                var rows = SpecificData.get().getSchema(table.row());
                oracle.agreesWithLake(table.name(), table.name(), Oracle.FLAG + times(rows));
            }
        }
        for (var companion : topic.companions()) {
            companion.agree(oracle);
        }
    }

    private void hasNoRows(Table<?> table) throws SQLException {
        assertThat(oracle.rows("SELECT * FROM " + table.name()).rows()).isEmpty();
        assertThat(run.number("SELECT COUNT(*) FROM " + table.name())).isZero();
        assertThat(run.lakeFiles().resolve(table.name())).doesNotExist();
    }

    private static String times(Schema row) {
        return Oracle.times(row.getFields().stream()
                .filter(field -> isTime(field.schema()))
                .map(Schema.Field::name)
                .toArray(String[]::new));
    }

    private static boolean isTime(Schema type) {
        return type.isUnion()
                ? type.getTypes().stream().anyMatch(TopicOracle::isTime)
                : LogicalTypes.timestampMillis().equals(type.getLogicalType());
    }

    /** The oracle of the job's alerts. */
    Alerts alerts(long clockMillis, Duration allowedLateness) throws Exception {
        var alerts = topic.alerts().orElseThrow();
        return Alerts.judge(oracle, alerts.table(), alerts.rules(), clockMillis, allowedLateness);
    }

    Rows rows(String sql) throws SQLException {
        return oracle.rows(sql);
    }

    @Override
    public void close() throws SQLException {
        oracle.close();
    }
}
