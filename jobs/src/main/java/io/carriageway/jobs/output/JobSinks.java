package io.carriageway.jobs.output;

import io.carriageway.alert.AlertRule;
import io.carriageway.event.DeadLetter;
import io.carriageway.intake.Rejected;
import io.carriageway.jobs.Environments;
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
import io.carriageway.jobs.io.kafka.InputTopics;
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

/**
 * Connects a job's streams to Kafka, to tables and to the lake. A live run writes rows as they come. A bounded run
 * selects the final rows of its range, stages them, and publishes them when it has ended.
 */
public final class JobSinks implements PipelineOutputs {

    /** The ledger of records by topic and minute, which every job that owns a topic writes. */
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

    /** Migrates the database to this version, and opens the outputs of the job of that name. */
    public static JobSinks open(JobResources resources, String job) throws Exception {
        DatabaseSchema.migrate(resources.mysql());
        return new JobSinks(resources, run(resources, job));
    }

    /** The bounded run; null if the job runs live. */
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

    /** Sends rejected records to the dead-letter topic. */
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

    /**
     * Writes the ledger, except in a run that reads the lake: the ledger counts what a topic received, of which the
     * lake contains only a part.
     */
    @Override
    public void ledger(DataStream<EventLedger1m> rows) {
        if (isLive() || !(resources.replay().readsLake() || resources.replay().revises())) {
            table(LEDGER, rows);
        }
    }

    /** Writes contract records to a topic, in a live run only. The sink is called {@code name}. */
    public <T, E extends SpecificRecordBase> void topic(
            DataStream<T> events, String topic, EventForm<T, E> form, String name) {
        if (isLive()) {
            var inputs = new InputTopics(resources.kafka().client(), resources.inputs());
            write(events, EventSink.to(resources.outputs(), topic, form, inputs), name);
        }
    }

    /** Writes rows to a table under the guard, and to no dataset. The sink is named after the table. */
    public <R extends SpecificRecordBase> void table(Table<R> table, DataStream<R> rows) {
        var name = table.operatorName();
        write(isLive() ? rows : ofRange(rows, table.timeColumn(), name), table.upsert(), name);
    }

    /** Writes rows to the table, and the final ones to its dataset. The sinks are named after the table. */
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
     * Writes events to a dataset, in a live run by two sinks, so that late events of many hours do not close the files
     * of accepted ones. The sinks are named after the dataset: {@code camera-frame-lake} and
     * {@code camera-frame-late-lake}.
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

    /** Writes events to a dataset. A run that reads the lake writes none, because the lake already contains them. */
    public <R extends SpecificRecordBase> void events(
            DataStream<R> rows, EventTopic<R, ?> topic, ShardOf<R> partition) {
        if (isLive()) {
            dataset(rows, topic.dataset(), topic.operatorName());
        } else if (!resources.replay().readsLake()) {
            made(rows, topic, partition);
        }
    }

    /**
     * Writes what a bounded run made of its events, one row each, to a separate lake. The live job's lake already
     * contains such rows, and must not contain two.
     */
    public <R extends SpecificRecordBase> void made(DataStream<R> rows, EventTopic<R, ?> topic, ShardOf<R> partition) {
        if (resources.publishesApart()) {
            var dataset = topic.dataset();
            var name = topic.operatorName();
            publish(ofRange(rows, dataset.timeColumn(), name), dataset, partition, name);
        }
    }

    /** Writes rows to a dataset, in a live run only. The sink is called {@code name}-lake. */
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

    /**
     * The files' name, which is the same for the same range and revision, so that a repeated run replaces its files.
     */
    private String fileName() {
        var replay = resources.replay();
        return "r%d-%s-%s".formatted(run.revision(), FILE_TIME.format(replay.from()), FILE_TIME.format(replay.to()));
    }

    private <R extends SpecificRecordBase> void write(DataStream<R> rows, UpsertTable<R> table, String name) {
        tables.add(table);
        write(rows, new UpsertSink<>(resources.mysql(), isLive() ? table : run.stage(table)), name + "-table");
    }

    /** Runs the job. A bounded run is published as a whole when it has ended well. */
    public void execute(StreamExecutionEnvironment env, String name) throws Exception {
        if (isLive()) {
            env.execute(Environments.graph(env, name));
            return;
        }
        try {
            // even a detached client must wait for this job
            resources.progress().follow(env.executeAsync(Environments.graph(env, name)), name);
        } catch (ExecutionException e) {
            run.abandon();
            throw e;
        }
        publish();
    }

    /**
     * Publishes the staged rows of a bounded run that has ended, and prints the run and its rows per table. Prints the
     * differences too if they go to another database than the live job's.
     */
    public void publish() throws Exception {
        var results = run.publish();
        if (run.revision() > 0) {
            concludeInLake();
        }
        if (resources.mysql().isApart()) {
            var replay = resources.replay();
            new SchemaDiff(resources.mysql(), replay.from(), replay.to())
                    .lines(tables)
                    .forEach(System.out::println);
        }
        System.out.println(run.summary(results));
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
