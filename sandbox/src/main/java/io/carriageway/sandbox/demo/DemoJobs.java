package io.carriageway.sandbox.demo;

import io.carriageway.jobs.camera.CameraJob;
import io.carriageway.jobs.simulate.SimulateJob;
import io.carriageway.sandbox.EmbeddedFlink;
import io.carriageway.sandbox.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The simulator and the camera job, as a user would submit them. Neither is restarted after a failure: on this machine
 * nothing may fail, so a failure is the demo's end and not a line in a log.
 */
final class DemoJobs {

    private static final int CAMERA_PARALLELISM = 2;
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(10);

    private final EmbeddedFlink flink;
    private final JobID simulator;
    private final JobID camera;

    private DemoJobs(EmbeddedFlink flink, JobID simulator, JobID camera) {
        this.flink = flink;
        this.simulator = simulator;
        this.camera = camera;
    }

    static DemoJobs submit(Sandbox sandbox, Scenario scenario, DemoOptions options) throws Exception {
        var simulation = environment(sandbox, 1);
        SimulateJob.attach(simulation, simulatorArguments(sandbox, scenario));
        var detection = environment(sandbox, CAMERA_PARALLELISM);
        CameraJob.attach(detection, cameraArguments(sandbox, options));
        var flink = sandbox.flink();
        return new DemoJobs(flink, flink.submit(simulation, SimulateJob.NAME), flink.submit(detection, CameraJob.NAME));
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
        arguments.addAll(List.of("--kafka.bootstrap", sandbox.kafkaBootstrap(), "--topic.camera", Topics.CAMERA));
        return arguments.toArray(new String[0]);
    }

    private static String[] cameraArguments(Sandbox sandbox, DemoOptions options) {
        var arguments = new ArrayList<>(List.of(
                "--kafka.bootstrap", sandbox.kafkaBootstrap(),
                "--kafka.group", Topics.CAMERA_GROUP,
                "--topic.camera", Topics.CAMERA,
                "--topic.detection", Topics.DETECTION,
                "--topic.dead-letter", Topics.DEAD_LETTER,
                "--mysql.url", sandbox.jdbcUrl(),
                "--mysql.user", sandbox.jdbcUser(),
                "--mysql.password", sandbox.jdbcPassword(),
                "--lake", sandbox.s3().uri("lake")));
        options.model().ifPresent(model -> arguments.addAll(List.of("--model", model)));
        return arguments.toArray(new String[0]);
    }

    /** Whether the simulator still sends; throws where it, or the camera job, failed. */
    boolean simulating() {
        refuseFailure(camera, CameraJob.NAME);
        refuseFailure(simulator, SimulateJob.NAME);
        return flink.status(simulator) != JobStatus.FINISHED;
    }

    /** Says that no more input will come: windows close, files are finished, and the camera job ends. */
    void drain() {
        flink.stopWithSavepoint(camera, true);
        refuseFailure(camera, CameraJob.NAME);
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
