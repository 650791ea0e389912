package io.carriageway.verify.chaos;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Measures the recovery from a fault: the time until all tasks run, and until each table advances again. */
final class Recovery {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final long POLL_MILLIS = 100;
    private static final double NANOS_PER_SECOND = 1e9;

    /** Twice heartbeat.interval: until then the cluster may not have noticed that a process has died. */
    private static final double NOTICED_SECONDS = 4;

    private static final double LONGEST_ANSWER_SECONDS = 2;

    private final long overNanos;
    private final List<Course> courses;

    /** Recovery of one job, in seconds since the end of the fault. */
    private final class Course {
        private final JobUnderFire job;
        private long changes;
        private double running;
        private double advanced;

        private Course(JobUnderFire job) {
            this.job = job;
            this.changes = job.watch().changes();
        }

        private boolean isOver() {
            if (advanced == 0) {
                look();
            }
            return advanced > 0;
        }

        private void look() {
            double asked = seconds();
            boolean runs = job.runs();
            double now = seconds();
            // a JobManager that restarts answers late
            if (!runs || now - asked > LONGEST_ANSWER_SECONDS) {
                running = now;
                changes = job.watch().changes();
            } else if (now > NOTICED_SECONDS && job.watch().changes() != changes) {
                advanced = now;
            }
        }
    }

    private Recovery(List<JobUnderFire> jobs, long overNanos) {
        this.overNanos = overNanos;
        this.courses = jobs.stream().map(Course::new).toList();
    }

    /** Waits for the recovery, and returns it as text. */
    static String await(List<JobUnderFire> jobs, long overNanos, Feed feed) throws Exception {
        var recovery = new Recovery(jobs, overNanos);
        while (!recovery.isOver() && !feed.isOver()) {
            if (recovery.seconds() > LONGEST.toSeconds()) {
                throw new AssertionError("no recovery in %s: %s".formatted(LONGEST, recovery.missing()));
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return recovery.toString();
    }

    private boolean isOver() {
        boolean over = true;
        for (var course : courses) {
            over &= course.isOver();
        }
        return over;
    }

    private double seconds() {
        return (System.nanoTime() - overNanos) / NANOS_PER_SECOND;
    }

    private List<JobUnderFire> missing() {
        return courses.stream()
                .filter(course -> course.advanced == 0)
                .map(course -> course.job)
                .toList();
    }

    /** Names the slowest job for each time. */
    @Override
    public String toString() {
        var running = courses.stream()
                .max(Comparator.comparingDouble(course -> course.running))
                .orElseThrow();
        var advanced = courses.stream()
                .max(Comparator.comparingDouble(course -> course.advanced))
                .orElseThrow();
        return missing().isEmpty()
                ? String.format(
                        Locale.ROOT,
                        "all tasks run after %4.1f s (%s), all tables advance after %.1f s (%s)",
                        running.running,
                        running.job,
                        advanced.advanced,
                        advanced.job)
                : "the input ended before tables of %s advanced".formatted(missing());
    }
}
