package io.carriageway.verify.chaos.mini;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.servers.SandboxConfig;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.flink.util.ParameterTool;

/**
 * Runs one seed after the other and prints a line for each. The exit status is 1 if what a job stored differs from its
 * oracle.
 */
public final class ChaosMini {

    private ChaosMini() {}

    public static void main(String[] args) throws Exception {
        var options = ParameterTool.fromArgs(args);
        var seeds = options.has("seed")
                ? List.of(options.getLong("seed"))
                : LongStream.rangeClosed(1, options.getLong("seeds")).boxed().toList();
        System.exit(run(seeds) ? 0 : 1);
    }

    private static boolean run(List<Long> seeds) throws Exception {
        var environment = SandboxConfig.fromEnvironment(System.getenv());
        if (environment.externalDatabase().isPresent()) {
            throw new IllegalArgumentException(
                    "chaos-mini must be able to stop its database, but MYSQL_URL names another one: unset it");
        }
        try (var sandbox = Sandbox.start(environment)) {
            long failed = seeds.stream()
                    .filter(seed -> !agrees(sandbox, ChaosPlan.of(seed), System.out))
                    .count();
            System.out.printf("%d of %d seeds failed%n", failed, seeds.size());
            return failed == 0;
        }
    }

    /** Whether all equals the oracle; prints the result. */
    static boolean agrees(Sandbox sandbox, ChaosPlan plan, PrintStream out) {
        long start = System.nanoTime();
        var verdict = "ok";
        try {
            ChaosRun.of(sandbox, plan);
        } catch (Exception | AssertionError e) {
            verdict = "FAILED; again with: make chaos-mini SEED=%d%n%s".formatted(plan.seed(), e);
        }
        out.printf(
                "seed %d  %-10s  %s  %.1f s  %s%n",
                plan.seed(), plan.job(), plan.faults(), (System.nanoTime() - start) / 1e9, verdict);
        return verdict.equals("ok");
    }
}
