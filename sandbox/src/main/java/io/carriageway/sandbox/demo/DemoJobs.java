package io.carriageway.sandbox.demo;

import io.carriageway.jobs.simulate.SimulateJob;
import io.carriageway.sandbox.EmbeddedFlink;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.demo.totals.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The simulator and the jobs, as a user would submit them. None is restarted after a failure: nothing should fail on
 * one machine, so a failure ends the demo instead of being a line in a log.
 */
final class DemoJobs {

    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(10);

    private final EmbeddedFlink flink;
    private final JobID simulator;
    private final Map<DemoJob, JobID> running;

    private DemoJobs(EmbeddedFlink flink, JobID simulator, Map<DemoJob, JobID> running) {
        this.flink = flink;
        this.simulator = simulator;
        this.running = running;
    }

    static DemoJobs submit(Sandbox sandbox, Scenario scenario, List<DemoJob> jobs) throws Exception {
        var flink = sandbox.flink();
        var simulation = environment(sandbox, 1);
        SimulateJob.attach(simulation, simulatorArguments(sandbox, scenario));
        var simulator = flink.submit(simulation, SimulateJob.PROGRAM.flinkName());
        var running = new LinkedHashMap<DemoJob, JobID>();
        for (var job : jobs) {
            var environment = environment(sandbox, job.parallelism());
            job.attach().to(environment, arguments(sandbox, job));
            running.put(job, flink.submit(environment, job.name()));
        }
        return new DemoJobs(flink, simulator, running);
    }

    private static StreamExecutionEnvironment environment(Sandbox sandbox, int parallelism) {
        var configuration = sandbox.flinkConfiguration();
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        var environment = new StreamExecutionEnvironment(configuration);
        environment.setParallelism(parallelism).enableCheckpointing(CHECKPOINT_INTERVAL.toMillis());
        return environment;
    }

    private static String[] simulatorArguments(Sandbox sandbox, Scenario scenario) {
        var arguments = new ArrayList<>(scenario.simulatorOptions());
        arguments.addAll(List.of("--kafka.bootstrap", sandbox.kafkaBootstrap()));
        return arguments.toArray(new String[0]);
    }

    /** The topics have the names that the jobs expect. */
    private static String[] arguments(Sandbox sandbox, DemoJob job) {
        var arguments = new ArrayList<>(List.of(
                "--kafka.bootstrap", sandbox.kafkaBootstrap(),
                "--kafka.group", job.name(),
                "--mysql.url", sandbox.jdbcUrl(),
                "--mysql.user", sandbox.jdbcUser(),
                "--mysql.password-file", sandbox.jdbcPasswordFile(),
                "--lake", sandbox.s3().uri("lake")));
        arguments.addAll(job.options());
        return arguments.toArray(new String[0]);
    }

    /** Whether the simulator still sends; throws if it or a job failed. */
    boolean simulating() {
        running.forEach((job, id) -> refuseFailure(id, job.name()));
        refuseFailure(simulator, SimulateJob.PROGRAM.flinkName());
        return flink.status(simulator) != JobStatus.FINISHED;
    }

    /** Whether each job has read all records that are in its topics now. */
    boolean haveReadAll(Topics topics) throws InterruptedException {
        for (var job : running.keySet()) {
            if (!job.hasReadAll(topics)) {
                return false;
            }
        }
        return true;
    }

    /** The jobs in the order in which they must end. */
    List<DemoJob> inOrder() {
        return List.copyOf(running.keySet());
    }

    /** Drains a job: no more input will come, windows close, files are finished, and the job ends. */
    void drain(DemoJob job) {
        flink.stopWithSavepoint(running.get(job), true);
        refuseFailure(running.get(job), job.name());
    }

    private void refuseFailure(JobID job, String name) {
        var status = flink.status(job);
        if (status == JobStatus.FAILING || status == JobStatus.FAILED) {
            var failure = flink.awaitEnd(job, Duration.ofMinutes(1)).orElseThrow();
            throw new IllegalStateException(
                    "job " + name + " failed: " + ExceptionUtils.getRootCauseMessage(failure), failure);
        }
    }
}
