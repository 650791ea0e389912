package io.carriageway.sandbox.chaos;

import io.carriageway.sandbox.oracle.RowsDiffer;
import io.carriageway.sandbox.trial.TrialJob;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** One schedule on a cluster: five jobs, their input, a fault after the other, and then the judge of each. */
final class ChaosRun {

    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(3);
    private static final long POLL_MILLIS = 100;
    private static final double NANOS_PER_SECOND = 1e9;

    /** Twice heartbeat.interval: until then a cluster may not know that a process is gone. */
    private static final double NOTICED_SECONDS = 4;

    private final ChaosCluster place;
    private final Schedule schedule;
    private final PrintStream out;
    private final List<JobUnderFire> jobs = new ArrayList<>();
    private final Striker striker;
    private Feed feed;

    private ChaosRun(ChaosCluster place, Schedule schedule, PrintStream out) {
        this.place = place;
        this.schedule = schedule;
        this.out = out;
        this.striker = new Striker(place, jobs, schedule.seed());
    }

    /** Whether nothing was lost, doubled, stranded, or seen to go back. */
    static boolean of(ChaosCluster place, Schedule schedule, PrintStream out) throws Exception {
        var run = new ChaosRun(place, schedule, out);
        run.start();
        run.happen();
        return run.judge();
    }

    private void start() throws Exception {
        out.printf("seed %d, %d minutes%n", schedule.seed(), schedule.length().toMinutes());
        schedule.lines().forEach(out::println);
        for (var job : TrialJob.values()) {
            jobs.add(JobUnderFire.start(place, job, schedule.seed()));
        }
    }

    private void happen() throws Exception {
        feed = new Feed(jobs.stream().map(JobUnderFire::trial).toList(), schedule.length());
        var sender = Executors.newSingleThreadExecutor();
        var sent = sender.submit(feed);
        for (var entry : schedule.entries()) {
            var wait = entry.at().minus(feed.elapsed());
            if (!wait.isNegative()) {
                TimeUnit.MILLISECONDS.sleep(wait.toMillis());
            }
            long begun = feed.elapsed().toSeconds();
            long over = striker.strike(entry.fault(), feed);
            out.println(recovery(begun, entry.fault(), over));
        }
        var unused = sent.get();
        sender.shutdown();
    }

    /** Waits until all tables have advanced while every job ran, and tells since when they ran. */
    private String recovery(long begunSeconds, Fault fault, long overNanos) throws InterruptedException {
        var changesBefore = jobs.stream().map(job -> job.watch().changes()).toList();
        double running = 0;
        for (double seconds = 0; seconds < LONGEST_RECOVERY.toSeconds(); seconds = since(overNanos)) {
            if (!jobs.stream().allMatch(JobUnderFire::runs)) {
                running = since(overNanos);
                changesBefore = jobs.stream().map(job -> job.watch().changes()).toList();
            } else if (seconds > NOTICED_SECONDS && (feed.isOver() || allAdvanced(changesBefore))) {
                var advance =
                        feed.isOver() ? "the input is over" : "all tables advance after %.1f s".formatted(seconds);
                return String.format(
                        Locale.ROOT,
                        "%4d s  %-22s all tasks run after %4.1f s, %s",
                        begunSeconds,
                        fault,
                        running,
                        advance);
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        throw new AssertionError("%s: no recovery in %s".formatted(fault, LONGEST_RECOVERY));
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / NANOS_PER_SECOND;
    }

    private boolean allAdvanced(List<Long> before) {
        for (int i = 0; i < before.size(); i++) {
            if (jobs.get(i).watch().changes() == before.get(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean judge() throws Exception {
        long stranded = 0;
        int lost = 0;
        int duplicated = 0;
        int regressed = 0;
        for (var job : jobs) {
            stranded += job.drain();
        }
        for (var job : jobs) {
            job.watch().end();
            var verdict =
                    "as the oracle has it, %d records".formatted(job.trial().size());
            try {
                job.trial().judge();
            } catch (RowsDiffer e) {
                lost += e.missing();
                duplicated += e.surplus();
                verdict = e.getMessage();
            }
            out.printf("%-10s  %s%n", job.job(), verdict);
            job.watch().regressions().forEach(out::println);
            regressed += job.watch().regressions().size();
        }
        out.printf("lost=%d duplicated=%d regressed=%d stranded=%d%n", lost, duplicated, regressed, stranded);
        return lost + duplicated + regressed + stranded == 0;
    }
}
