package io.carriageway.bench.replay;

import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.jobs.io.jdbc.reference.DatabaseSchema;
import io.carriageway.jobs.telemetry.TelemetryJob;
import io.carriageway.sandbox.Sandbox;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Runs the telemetry job over a topic in each way, each into its own database and lake. Replays of the lake read the
 * lake of the live run.
 */
record TelemetryTrials(Sandbox sandbox, CpuMeter meter, ReportTopic topic, Path roads) {

    private static final int PARALLELISM = 2;
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final double NANOS = 1e9;

    Trial run(Way way) throws Exception {
        var database = sandbox.database().create(name(way));
        // in production the tables exist long before
        DatabaseSchema.migrate(new MySqlConnection(database, sandbox.jdbcUser(), sandbox.jdbcPassword()));
        sandbox.kafka().createTopic(deadLetters(way), 1);
        System.gc(); // garbage of earlier runs is not this run's cost
        var before = meter.read();
        long start = System.nanoTime();
        compute(way, database);
        double wallSeconds = (System.nanoTime() - start) / NANOS;
        var cpu = meter.read().minus(before);
        return new Trial(way, topic.reports(), wallSeconds, cpu, sums(way, database));
    }

    /** Time from the submission until every row is in its table. */
    private void compute(Way way, String database) throws Exception {
        var flink = sandbox.flink();
        var environment = environment();
        var outputs = TelemetryJob.attach(environment, arguments(way, database));
        var job = flink.submit(environment, name(way));
        if (way.isBounded()) {
            var failure = flink.awaitEnd(job, LONGEST);
            if (failure.isPresent()) {
                throw new IllegalStateException(way.title() + " failed", failure.get());
            }
            outputs.publish();
        } else {
            new AllRead(sandbox, job, deadLetters(way)).await(LONGEST);
            flink.stopWithSavepoint(job, true);
        }
        if (flink.lateRecordsDropped(job) != 0) {
            throw new IllegalStateException(
                    way.title() + " missed the windows of " + flink.lateRecordsDropped(job) + " events");
        }
    }

    private StreamExecutionEnvironment environment() {
        var configuration = sandbox.flinkConfiguration();
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        var environment = new StreamExecutionEnvironment(configuration);
        environment.setParallelism(PARALLELISM).enableCheckpointing(CHECKPOINT_INTERVAL.toMillis());
        return environment;
    }

    private String[] arguments(Way way, String database) {
        var arguments = new ArrayList<>(List.of(
                "--kafka.bootstrap", sandbox.kafkaBootstrap(),
                "--topic.vehicle-telemetry", topic.name(),
                "--topic.dead-letter", deadLetters(way),
                "--kafka.group", name(way),
                "--mysql.url", database,
                "--mysql.user", sandbox.jdbcUser(),
                "--mysql.password-file", sandbox.jdbcPasswordFile(),
                "--lake", sandbox.s3().uri(topic.name() + "/lake"),
                "--network", roads.toUri().toString()));
        arguments.addAll(way.options(topic));
        return arguments.toArray(new String[0]);
    }

    private List<TableSum> sums(Way way, String database) throws Exception {
        var sums = new ArrayList<TableSum>();
        try (var session = DriverManager.getConnection(database, sandbox.jdbcUser(), sandbox.jdbcPassword())) {
            for (var table : way.tables()) {
                sums.add(TableSum.of(session, table, topic.from(), topic.to()));
            }
        }
        return sums;
    }

    private String name(Way way) {
        return topic.name() + "_" + way.name().toLowerCase(Locale.ROOT);
    }

    private String deadLetters(Way way) {
        return "dead-letter-" + name(way);
    }
}
