package io.carriageway.sandbox.cluster;

import io.carriageway.jobs.cluster.ClusterClient;
import io.carriageway.jobs.cluster.FlinkHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A standalone cluster: one JobManager and two TaskManagers, each a process of its own. */
public final class FlinkProcesses implements AutoCloseable {

    private static final int TASK_MANAGERS = 2;
    private static final long START_SECONDS = 90;
    private static final long POLL_MILLIS = 200;

    private final FlinkProcess jobManager;
    private final List<FlinkProcess> taskManagers;

    private FlinkProcesses(FlinkProcess jobManager, List<FlinkProcess> taskManagers) {
        this.jobManager = jobManager;
        this.taskManagers = taskManagers;
    }

    /** Starts them and waits until all TaskManagers are registered. */
    static FlinkProcesses start(FlinkHome home, Path logs) throws Exception {
        Files.createDirectories(logs);
        var jobManager = process(home, logs, "jobmanager", "jobmanager.sh").start();
        var taskManagers = new ArrayList<FlinkProcess>();
        for (int i = 1; i <= TASK_MANAGERS; i++) {
            taskManagers.add(
                    process(home, logs, "taskmanager-" + i, "taskmanager.sh").start());
        }
        var processes = new FlinkProcesses(jobManager, taskManagers);
        try (var client = ClusterClient.of(home)) {
            processes.awaitTaskManagers(client, logs);
        } catch (Exception e) {
            processes.close();
            throw e;
        }
        return processes;
    }

    private static FlinkProcess process(FlinkHome home, Path logs, String name, String script) {
        return new FlinkProcess(
                name, home.command(script, "start-foreground"), home.environment(logs), logs.resolve(name + ".out"));
    }

    private void awaitTaskManagers(ClusterClient client, Path logs) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (client.taskManagers() < taskManagers.size()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Flink did not start in %d s: see %s".formatted(START_SECONDS, logs));
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    public FlinkProcess jobManager() {
        return jobManager;
    }

    public List<FlinkProcess> taskManagers() {
        return taskManagers;
    }

    @Override
    public void close() {
        taskManagers.forEach(FlinkProcess::close);
        jobManager.close();
    }
}
