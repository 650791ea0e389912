package io.carriageway.verify.chaos;

import io.carriageway.sandbox.servers.SandboxConfig;
import io.carriageway.sandbox.servers.Servers;
import io.carriageway.verify.trial.TrialJob;
import java.time.Duration;
import org.apache.flink.util.ParameterTool;

/**
 * Injects faults into a cluster of processes by the schedule of a seed. The exit status is 1 if what a job stored
 * differs from its oracle.
 */
public final class Chaos {

    private Chaos() {}

    public static void main(String[] args) throws Exception {
        var options = ParameterTool.fromArgs(args);
        var schedule = Schedule.of(options.getLong("seed"), Duration.ofMinutes(options.getLong("minutes")));
        System.exit(run(schedule) ? 0 : 1);
    }

    private static boolean run(Schedule schedule) throws Exception {
        var sandbox = SandboxConfig.fromEnvironment(System.getenv());
        var folder = Servers.buildFolder().resolve("chaos");
        try (var place = ChaosCluster.start(sandbox, System.getenv(), folder)) {
            return ChaosRun.of(place, TrialJob.all(), schedule, System.out);
        } catch (Exception | AssertionError e) {
            // with the minutes: the times of the faults depend on both
            System.out.printf(
                    "FAILED; again with: make chaos SEED=%d MINUTES=%d%n%s%n",
                    schedule.seed(), schedule.length().toMinutes(), e);
            return false;
        }
    }
}
