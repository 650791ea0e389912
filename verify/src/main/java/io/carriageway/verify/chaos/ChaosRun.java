package io.carriageway.verify.chaos;

import io.carriageway.verify.oracle.RowsDiffer;
import io.carriageway.verify.trial.TrialJob;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One schedule on a cluster: starts the jobs and their input, injects the faults one by one, and compares each job with
 * its oracle.
 */
final class ChaosRun {

    private final ChaosCluster place;
    private final Schedule schedule;
    private final PrintStream out;
    private final List<JobUnderFire> jobs = new ArrayList<>();
    private final Striker striker;
    private final Tally restarts = new Tally("restarts", JobUnderFire::restarts);
    private final Tally retries = new Tally("database retries", JobUnderFire::databaseRetries);
    private Feed feed;

    private ChaosRun(ChaosCluster place, Schedule schedule, PrintStream out) {
        this.place = place;
        this.schedule = schedule;
        this.out = out;
        this.striker = new Striker(place, jobs, schedule.seed());
    }

    /** Whether nothing was lost, duplicated, dropped as late or refused by a table, and no row went back. */
    static boolean of(ChaosCluster place, List<TrialJob> jobs, Schedule schedule, PrintStream out) throws Exception {
        var run = new ChaosRun(place, schedule, out);
        run.start(jobs);
        run.happen();
        return run.judge();
    }

    private void start(List<TrialJob> trials) throws Exception {
        out.printf("seed %d, %d seconds%n", schedule.seed(), schedule.length().toSeconds());
        schedule.lines().forEach(out::println);
        jobs.addAll(AtOnce.all(trials, job -> JobUnderFire.start(place, job, schedule.seed())));
    }

    private void happen() throws Exception {
        feed = Feed.start(jobs.stream().map(JobUnderFire::trial).toList(), schedule.length());
        for (var entry : schedule.entries()) {
            var wait = entry.at().minus(feed.elapsed());
            if (!wait.isNegative()) {
                TimeUnit.MILLISECONDS.sleep(wait.toMillis());
            }
            out.println(strike(entry.fault()));
        }
        feed.await();
    }

    private String strike(Fault fault) throws Exception {
        long begun = feed.elapsed().toSeconds();
        long over = striker.strike(fault, feed);
        var recovery = Recovery.await(jobs, over, feed);
        return "%4d s  %-22s %s%s%s".formatted(begun, fault, recovery, restarts.more(), retries.more());
    }

    private interface Count {
        long of(JobUnderFire job) throws Exception;
    }

    /** A counter of all jobs. It restarts at 0 with a job's id or its tasks. */
    private final class Tally {
        private final String what;
        private final Count count;
        private long last;

        private Tally(String what, Count count) {
            this.what = what;
            this.count = count;
        }

        /** Its growth since the last call, as text; empty if it has not grown. */
        private String more() throws Exception {
            long before = last;
            last = 0;
            for (var job : jobs) {
                last += count.of(job);
            }
            return last <= before ? "" : ", %s %d".formatted(what, last - before);
        }
    }

    private boolean judge() throws Exception {
        long lateRecordsDropped = AtOnce.all(jobs, JobUnderFire::drain).stream()
                .mapToLong(Long::longValue)
                .sum();
        int lost = 0;
        int duplicated = 0;
        int regressed = 0;
        long refused = 0;
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
            out.printf("%-10s  %s%n", job, verdict);
            job.watch().regressions().forEach(out::println);
            regressed += job.watch().regressions().size();
            refused += job.trial().run().refusedRows();
        }
        out.printf(
                "lost=%d duplicated=%d regressed=%d stranded=%d refused=%d%n",
                lost, duplicated, regressed, lateRecordsDropped, refused);
        return lost + duplicated + regressed + lateRecordsDropped + refused == 0;
    }
}
