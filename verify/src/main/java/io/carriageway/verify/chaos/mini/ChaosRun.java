package io.carriageway.verify.chaos.mini;

import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.verify.oracle.Trial;
import io.carriageway.verify.poison.PoisonBurst;
import java.nio.file.Files;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;

/**
 * Runs one plan on the sandbox: sends the input in parts, injects a fault after each part but the last, and compares
 * with the oracle.
 */
final class ChaosRun {

    private static final int STOP_ATTEMPTS = 5;

    /** Error code of MariaDB and MySQL: the connection no longer exists. */
    private static final int NO_SUCH_CONNECTION = 1094;

    private final Sandbox sandbox;
    private final ChaosPlan plan;
    private final Trial trial;
    private final List<JobID> ids = new ArrayList<>();
    private int parallelism;

    private ChaosRun(Sandbox sandbox, ChaosPlan plan, Trial trial) {
        this.sandbox = sandbox;
        this.plan = plan;
        this.trial = trial;
        this.parallelism = plan.parallelism();
    }

    /** Throws if the oracle differs, or if the job failed. */
    static void of(Sandbox sandbox, ChaosPlan plan) throws Exception {
        var name = "chaos_" + plan.seed();
        var run = new ChaosRun(sandbox, plan, plan.job().trial(sandbox, name, plan.seed()));
        try {
            run.happen();
        } finally {
            run.cleanUp(name);
        }
    }

    private void happen() throws Exception {
        await(trial.start(parallelism));
        int parts = plan.steps().size() + 1;
        for (int part = 0; part < parts; part++) {
            trial.send(part, parts);
            trial.sendBadOfEachKind(PoisonBurst::of, part, parts);
            if (part < plan.steps().size()) {
                var step = plan.steps().get(part);
                TimeUnit.MILLISECONDS.sleep(step.waitMillis());
                strike(step);
            }
        }
        trial.settle(id());
        var unused = stop(true);
        for (var id : ids) {
            if (trial.run().lateRecordsDropped(id) != 0) {
                throw new AssertionError("events missed their windows");
            }
        }
        long refused = trial.run().refusedRows();
        if (refused != 0) {
            throw new AssertionError("tables refused rows: refused=" + refused);
        }
        trial.judge();
    }

    /** A fault during the submission fails a job for good: only a job that was running is restarted. */
    private void await(JobID id) throws Exception {
        ids.add(id);
        Eventually.holds("the job runs", () -> sandbox.flink().status(id) == JobStatus.RUNNING);
    }

    private JobID id() {
        return ids.get(ids.size() - 1);
    }

    private void strike(ChaosPlan.Step step) throws Exception {
        switch (step.fault()) {
            case TASK_MANAGER_LOST -> {
                sandbox.flink().startTaskManager();
                sandbox.flink().terminateTaskManager();
            }
            case RESCALED -> {
                parallelism = ChaosPlan.other(parallelism);
                await(trial.resume(parallelism, stop(false)));
            }
            case CONNECTIONS_CUT -> cutConnections();
            case DATABASE_DOWN -> {
                sandbox.database().stop();
                TimeUnit.MILLISECONDS.sleep(step.outageMillis());
                sandbox.database().start();
            }
            case BUCKET_GONE -> hideBucket(step.outageMillis());
        }
    }

    /** A restart that is still pending from an earlier fault can fail a savepoint, so stopping is retried. */
    private String stop(boolean drain) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return sandbox.flink().stopWithSavepoint(id(), drain);
            } catch (IllegalStateException e) {
                if (attempt == STOP_ATTEMPTS || sandbox.flink().status(id()).isGloballyTerminalState()) {
                    throw e;
                }
                TimeUnit.SECONDS.sleep(1);
            }
        }
    }

    private void cutConnections() throws Exception {
        var others = "SELECT id FROM information_schema.processlist WHERE db = '%s' AND id <> CONNECTION_ID()"
                .formatted(trial.run().name());
        try (var connection = sandbox.database().connect();
                var statement = connection.createStatement()) {
            for (var row : trial.run().query(others)) {
                kill(statement, row.get(0));
            }
        }
    }

    private static void kill(Statement statement, String id) throws SQLException {
        try {
            statement.execute("KILL " + id);
        } catch (SQLException e) {
            if (e.getErrorCode() != NO_SUCH_CONNECTION) {
                throw e;
            }
        }
    }

    private void hideBucket(int millis) throws Exception {
        var s3 = sandbox.folder().resolve("s3");
        var bucket = s3.resolve(sandbox.s3().bucket());
        var hidden = s3.resolveSibling("s3-hidden");
        Files.move(bucket, hidden);
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } finally {
            Files.move(hidden, bucket);
        }
    }

    /** Removes everything of one seed before the next. */
    private void cleanUp(String database) throws Exception {
        for (var id : ids) {
            if (!sandbox.flink().status(id).isGloballyTerminalState()) {
                sandbox.flink().cancel(id);
            }
        }
        try (var connection = sandbox.database().connect();
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE `%s`".formatted(database));
        }
    }
}
