package io.carriageway.jobs.output;

import io.carriageway.alert.AlertRule;
import io.carriageway.event.DeadLetter;
import io.carriageway.intake.Rejected;
import io.carriageway.jobs.JobResources;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.io.jdbc.diff.SchemaDiff;
import io.carriageway.jobs.io.jdbc.publish.BoundedRun;
import io.carriageway.jobs.io.jdbc.reference.AlertSites;
import io.carriageway.jobs.io.jdbc.reference.DatabaseSchema;
import io.carriageway.jobs.io.jdbc.upsert.UpsertSink;
import io.carriageway.jobs.io.jdbc.upsert.UpsertTable;
import io.carriageway.jobs.io.kafka.EventForm;
import io.carriageway.jobs.io.kafka.EventSink;
import io.carriageway.jobs.io.lake.Dataset;
import io.carriageway.jobs.io.lake.ShardOf;
import io.carriageway.jobs.replay.ReplayRangeFilter;
import io.carriageway.jobs.topology.Steps;
import io.carriageway.row.EventLedger1m;
import io.carriageway.row.RevisingRun;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a job's streams get to Kafka, to tables and to the lake. Live, rows go there as they come. A bounded run takes
 * the final rows of its range alone, puts them aside, and publishes them when it has ended.
 */
public final class JobSinks implements PipelineOutputs {

    private static final Logger LOG = LoggerFactory.getLogger(JobSinks.class);

    /** What every job that owns a topic writes: what became of its records. */
    public static final Table<EventLedger1m> LEDGER = Table.timed(
                    "event_ledger_1m", EventLedger1m.class, "minute", "topic", "minute")
            .inNoDataset();

    private static final String PARTITION = "partition";

    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final JobResources resources;
    private final BoundedRun run;
    private final List<String> published = new ArrayList<>();
    private final List<UpsertTable<?>> tables = new ArrayList<>();

    private JobSinks(JobResources resources, BoundedRun run) {
        this.resources = resources;
        this.run = run;
    }

    /** Brings the database up to this version, and opens what the job of that name writes to. */
    public static JobSinks open(JobResources resources, String job) throws Exception {
        DatabaseSchema.migrate(resources.mysql());
        return new JobSinks(resources, run(resources, job));
    }

    /** Nothing where the job runs live. */
    private static BoundedRun run(JobResources resources, String job) throws Exception {
        var replay = resources.replay();
        return replay.isBounded()
                ? BoundedRun.begin(resources.mysql(), job, replay.from(), replay.to(), replay.revises())
                : null;
    }

    private boolean isLive() {
        return run == null;
    }

    private boolean publishes() {
        return resources.published() != null;
    }

    /** Warns of sites of alert rules that do not exist. */
    public void checkSites(List<AlertRule> rules) {
        if (!rules.isEmpty()) {
            new AlertSites(resources.mysql().base()).check(rules);
        }
    }

    /** Sends refused records to the dead-letter topic. */
    @Override
    public void rejected(DataStream<Rejected> rejected) {
        var limits = resources.deadLetters().limits();
        var letters =
                Steps.of(rejected).map("dead-letter", record -> record.deadLetter(limits), DeadLetter.class).stream();
        topic(
                letters,
                resources.deadLetters().topic(),
                EventForm.of(
                        DeadLetter.class,
                        letter -> letter.getTopic() + "/" + letter.getPartition(),
                        letter -> letter.getArrivalTime().toEpochMilli(),
                        limits.letterBytes()),
                "dead-letter-topic");
    }

    /** The ledger counts what a topic received, of which the lake does not have all. */
    @Override
    public void ledger(DataStream<EventLedger1m> rows) {
        if (isLive() || !(resources.replay().readsLake() || resources.replay().revises())) {
            table(LEDGER, rows);
        }
    }

    /** Publishes contract records, of a live run alone. The sink is called {@code name}. */
    public <T, E extends SpecificRecordBase> void topic(
            DataStream<T> events, String topic, EventForm<T, E> form, String name) {
        if (isLive()) {
            write(events, EventSink.to(resources.kafka().bootstrap(), topic, form, resources.inputs()), name);
        }
    }

    /** Keeps rows in a table under the guard, and in no dataset. The sink is called by the table. */
    public <R extends SpecificRecordBase> void table(Table<R> table, DataStream<R> rows) {
        var name = table.operatorName();
        write(isLive() ? rows : ofRange(rows, table.timeColumn(), name), table.upsert(), name);
    }

    /** Keeps rows in the table, and the final ones in its dataset. The sinks are called by the table. */
    @Override
    public <R extends SpecificRecordBase> void rows(Table<R> table, DataStream<R> rows) {
        var name = table.operatorName();
        var dataset = table.dataset().orElseThrow();
        if (isLive()) {
            write(rows, table.upsert(), name);
            var finals = Steps.of(rows).filter(name + "-final", ReplayRangeFilter::isFinal);
            dataset(finals.stream(), dataset, name);
        } else {
            var wanted = ofRange(rows, table.timeColumn(), name);
            write(wanted, table.upsert(), name);
            if (publishes()) {
                publish(wanted, dataset, row -> 0, name);
                published.add(dataset.name());
            }
        }
    }

    /**
     * Keeps events in a dataset, live by two sinks: late ones of many hours must not close the files of the accepted.
     * The sinks are called by the dataset: {@code camera-frame-lake} and {@code camera-frame-late-lake}.
     */
    @Override
    public <R extends SpecificRecordBase> void events(EventTopic<R, ?> topic, EventRows<R> rows) {
        if (isLive()) {
            dataset(rows.accepted(), topic.dataset(), topic.operatorName());
            dataset(rows.late(), topic.dataset(), topic.operatorName() + "-late");
        } else {
            events(rows.all(), topic, row -> (int) row.get(PARTITION));
        }
    }

    /** Keeps events in a dataset. A run that reads the lake finds them there already, as one that publishes to it. */
    public <R extends SpecificRecordBase> void events(
            DataStream<R> rows, EventTopic<R, ?> topic, ShardOf<R> partition) {
        if (isLive()) {
            dataset(rows, topic.dataset(), topic.operatorName());
        } else if (!resources.replay().readsLake()) {
            made(rows, topic, partition);
        }
    }

    /**
     * Keeps what a bounded run made of its events, one row of each, in a lake of its own: in that of the live job there
     * is such a row already, and there must not be two.
     */
    public <R extends SpecificRecordBase> void made(DataStream<R> rows, EventTopic<R, ?> topic, ShardOf<R> partition) {
        if (resources.publishesApart()) {
            var dataset = topic.dataset();
            var name = topic.operatorName();
            publish(ofRange(rows, dataset.timeColumn(), name), dataset, partition, name);
        }
    }

    /** Keeps rows in a dataset, of a live run alone. The sink is called {@code name}-lake. */
    public <R extends SpecificRecordBase> void dataset(DataStream<R> rows, Dataset<R> dataset, String name) {
        if (isLive()) {
            write(rows, resources.lake().sink(dataset), name + "-lake");
        }
    }

    private <R extends SpecificRecordBase> DataStream<R> ofRange(DataStream<R> rows, String timeColumn, String name) {
        var wanted = new ReplayRangeFilter<R>(resources.replay(), timeColumn, run.revision());
        return Steps.of(rows).flatMap(name + "-of-range", wanted, rows.getType()).stream();
    }

    private <R extends SpecificRecordBase> void publish(
            DataStream<R> rows, Dataset<R> dataset, ShardOf<R> shard, String name) {
        resources.published().publish(rows, dataset, fileName(), shard, name + "-lake");
    }

    /** The same for the same range and revision: a run that is repeated replaces its files. */
    private String fileName() {
        var replay = resources.replay();
        return "r%d-%s-%s".formatted(run.revision(), FILE_TIME.format(replay.from()), FILE_TIME.format(replay.to()));
    }

    private <R extends SpecificRecordBase> void write(DataStream<R> rows, UpsertTable<R> table, String name) {
        tables.add(table);
        write(rows, new UpsertSink<>(resources.mysql(), isLive() ? table : run.stage(table)), name + "-table");
    }

    /** Runs the job. A bounded one is published when it has ended well, all of it at once. */
    public void execute(StreamExecutionEnvironment env, String name) throws Exception {
        if (isLive()) {
            env.execute(name);
            return;
        }
        try {
            // also a client that does not wait for jobs must wait for this one
            resources.progress().follow(env.executeAsync(name), name);
        } catch (ExecutionException e) {
            run.abandon();
            throw e;
        }
        publish();
    }

    /**
     * Makes what a bounded run that has ended put aside the tables' rows. One into another database than that of the
     * live job prints how they differ.
     */
    public void publish() throws Exception {
        run.publish().forEach(change -> LOG.info("{}", change));
        if (run.revision() > 0) {
            concludeInLake();
        }
        if (resources.mysql().isApart()) {
            var replay = resources.replay();
            new SchemaDiff(resources.mysql(), replay.from(), replay.to())
                    .lines(tables)
                    .forEach(System.out::println);
        }
    }

    private void concludeInLake() throws IOException {
        var range = resources.replay();
        for (var dataset : published) {
            resources.published().conclude(new RevisingRun(dataset, run.revision(), range.from(), range.to()));
        }
    }

    private static <T> void write(DataStream<T> rows, Sink<T> sink, String name) {
        Steps.of(rows).sink(name, sink);
    }
}
