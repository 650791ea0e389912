package io.carriageway.jobs;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.event.DeadLetter;
import io.carriageway.intake.Rejected;
import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.jobs.io.jdbc.UpsertSink;
import io.carriageway.jobs.io.jdbc.UpsertTable;
import io.carriageway.jobs.io.kafka.EventForm;
import io.carriageway.jobs.io.kafka.EventSink;
import io.carriageway.jobs.io.kafka.KafkaInput;
import io.carriageway.jobs.io.kafka.KafkaOptions;
import io.carriageway.jobs.io.kafka.SchemaRegistry;
import io.carriageway.jobs.io.lake.HourFolders;
import io.carriageway.jobs.io.lake.Lake;
import io.carriageway.row.EventLedger1m;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The three stores of every job, Kafka, MySQL and the lake, and how streams get there. A replay writes to tables alone,
 * and there the final rows of its range.
 *
 * @param registry the schema registry beside Kafka; null where there is none
 */
public record JobStores(
        KafkaInput kafka,
        SchemaRegistry registry,
        String deadLetterTopic,
        MySqlConnection mysql,
        Lake lake,
        Replay replay) {

    private static final ConfigOption<String> DEAD_LETTER = key("topic.dead-letter")
            .stringType()
            .defaultValue("dead-letter")
            .withDescription("Topic that takes rejected records.");

    public static final List<ConfigOption<?>> OPTIONS = options();

    /** The variables that secrets may come from. */
    public static final Map<ConfigOption<?>, String> ENVIRONMENT = environment();

    private static final UpsertTable<EventLedger1m> LEDGER =
            UpsertTable.of("event_ledger_1m", EventLedger1m.getClassSchema(), List.of("topic", "minute"), "minute");

    public static JobStores of(Configuration given) {
        return new JobStores(
                KafkaInput.of(given),
                SchemaRegistry.of(given),
                JobArguments.require(given, DEAD_LETTER),
                MySqlConnection.of(given),
                Lake.of(given),
                Replay.of(given));
    }

    private static List<ConfigOption<?>> options() {
        var options = new ArrayList<ConfigOption<?>>(List.of(DEAD_LETTER, Lake.ROOT));
        options.addAll(KafkaOptions.ALL);
        options.addAll(SchemaRegistry.OPTIONS);
        options.addAll(MySqlConnection.OPTIONS);
        return List.copyOf(options);
    }

    private static Map<ConfigOption<?>, String> environment() {
        var environment = new HashMap<>(MySqlConnection.ENVIRONMENT);
        environment.putAll(SchemaRegistry.ENVIRONMENT);
        return Map.copyOf(environment);
    }

    /** Sends refused records to the dead-letter topic; with their values only where those cannot hold a picture. */
    public void deadLetters(DataStream<Rejected> rejected, boolean withPayload) {
        var letters = rejected.map(record -> record.deadLetter(withPayload))
                .returns(DeadLetter.class)
                .name("dead-letter")
                .uid("dead-letter");
        topic(
                letters,
                deadLetterTopic,
                EventForm.of(
                        DeadLetter.class,
                        letter -> letter.getTopic() + "/" + letter.getPartition(),
                        letter -> letter.getArrivalTime().toEpochMilli()),
                "dead-letter-topic");
    }

    public void ledger(DataStream<EventLedger1m> rows) {
        table(rows, LEDGER, "event-ledger-1m");
    }

    /** Publishes contract records. The sink is called {@code name}. */
    public <T, E extends SpecificRecordBase> void topic(
            DataStream<T> events, String topic, EventForm<T, E> form, String name) {
        if (!replay.isBounded()) {
            write(events, EventSink.to(kafka.bootstrap(), topic, form), name);
        }
    }

    /** Keeps rows in a table under the guard. The sink is called {@code name}-table. */
    public <R extends SpecificRecordBase> void table(DataStream<R> rows, UpsertTable<R> table, String name) {
        var wanted = replay.isBounded() ? finalRowsOfRange(rows, table, name) : rows;
        write(wanted, new UpsertSink<>(mysql, table), name + "-table");
    }

    private <R extends SpecificRecordBase> DataStream<R> finalRowsOfRange(
            DataStream<R> rows, UpsertTable<R> table, String name) {
        var range = replay;
        return rows.filter(row -> (boolean) row.get("complete") && range.covers(table.timeOf(row)))
                .name(name + "-of-range")
                .uid(name + "-of-range");
    }

    /** Keeps rows in a dataset, in folders of the hour of that time. The sink is called {@code name}-lake. */
    public <R extends SpecificRecordBase> void dataset(
            DataStream<R> rows, String dataset, Class<R> type, HourFolders.TimeOf<R> timeOf, String name) {
        if (!replay.isBounded()) {
            write(rows, lake.dataset(dataset, type, timeOf), name + "-lake");
        }
    }

    /** Keeps the rows that are final in a dataset. */
    public <R extends SpecificRecordBase> void finals(
            DataStream<R> rows,
            FilterFunction<R> isFinal,
            String dataset,
            Class<R> type,
            HourFolders.TimeOf<R> timeOf,
            String name) {
        var finals = rows.filter(isFinal).name(name + "-final").uid(name + "-final");
        dataset(finals, dataset, type, timeOf, name);
    }

    private static <T> void write(DataStream<T> rows, Sink<T> sink, String name) {
        var unused = rows.sinkTo(sink).name(name).uid(name);
    }
}
