package io.carriageway.verify.chaos;

import io.carriageway.sandbox.servers.SandboxConfig;
import io.carriageway.sandbox.servers.Servers;
import io.carriageway.verify.trial.TrialJob;
import java.time.Duration;
import org.apache.flink.util.ParameterTool;

/** Breaks a cluster of processes by the schedule of a seed; ends with 1 where a job stored what its oracle does not. */
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
            // the minutes too: the times of the faults follow from both
            System.out.printf(
                    "FAILED; again with: make chaos SEED=%d MINUTES=%d%n%s%n",
                    schedule.seed(), schedule.length().toMinutes(), e);
            return false;
        }
    }
}
