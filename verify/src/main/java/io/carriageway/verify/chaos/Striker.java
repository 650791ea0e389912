package io.carriageway.verify.chaos;

import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.cluster.FlinkProcess;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Injects the faults. */
final class Striker {

    private static final int COMMITS = 5;
    private static final Duration LONGEST_WAIT_FOR_COMMITS = Duration.ofMinutes(1);
    private static final Duration DATABASE_AWAY = Duration.ofSeconds(60);
    /** Longer than the jobs wait for an answer, a minute. */
    private static final Duration DATABASE_HANGS = Duration.ofSeconds(70);

    /** Longer than the default timeout of Kafka's clients, two minutes. */
    private static final Duration BROKER_AWAY = Duration.ofSeconds(130);

    private static final Duration BURST = Duration.ofSeconds(10);

    /** Longer than partition.idle-after. */
    private static final Duration SILENCE = Duration.ofSeconds(40);

    /** Longer than heartbeat.timeout. */
    private static final Duration HANG = Duration.ofSeconds(25);

    private static final Duration S3_AWAY = Duration.ofSeconds(15);
    private static final List<Integer> PARALLELISMS = List.of(1, 3);

    private final ChaosCluster place;
    private final List<JobUnderFire> jobs;
    private final Random random;

    Striker(ChaosCluster place, List<JobUnderFire> jobs, long seed) {
        this.place = place;
        this.jobs = jobs;
        this.random = new Random(seed);
    }

    /** Injects a fault, and returns the time of its end. From then on the jobs recover by themselves. */
    long strike(Fault fault, Feed feed) throws Exception {
        switch (fault) {
            case TASK_MANAGER_KILLED -> anyTaskManager().signal("KILL");
            case JOB_MANAGER_KILLED -> place.cluster().processes().jobManager().signal("KILL");
            case COMMIT_REPLIES_LOST -> {
                place.database().loseAnswersToCommits(COMMITS);
                // when the input has ended, only the faults at the jobs' ends remain
                Eventually.holds(
                        "jobs commit",
                        LONGEST_WAIT_FOR_COMMITS,
                        () -> place.database().commitsToCut() == 0 || feed.isOver());
            }
            case DATABASE_AWAY -> {
                place.database().cut();
                sleep(DATABASE_AWAY);
                place.database().open();
            }
            case DATABASE_HANGS -> {
                place.database().hang();
                sleep(DATABASE_HANGS);
                place.database().open();
            }
            case BROKER_RESTARTED -> {
                place.servers().kafka().stop();
                sleep(BROKER_AWAY);
                place.servers().kafka().start();
            }
            case POISON_BURST -> {
                feed.poison(true);
                sleep(BURST);
                feed.poison(false);
            }
            case RESCALED -> {
                for (int parallelism : PARALLELISMS) {
                    var unused = AtOnce.all(jobs, job -> job.rescale(parallelism));
                }
            }
            case TASK_MANAGER_HANGS -> {
                var hanging = anyTaskManager();
                hanging.signal("STOP");
                sleep(HANG);
                hanging.signal("CONT");
            }
            case S3_UNAVAILABLE -> {
                place.s3().answerUnavailable();
                sleep(S3_AWAY);
                place.s3().open();
            }
            case S3_ANSWERS_LOST -> {
                place.s3().loseAnswers();
                sleep(S3_AWAY);
                place.s3().open();
            }
            case CLOCK_AHEAD -> {
                feed.clockAhead(true);
                sleep(BURST);
                feed.clockAhead(false);
            }
            case PARTITION_SILENT -> {
                feed.silence(true);
                sleep(SILENCE);
                feed.silence(false);
            }
        }
        return System.nanoTime();
    }

    private FlinkProcess anyTaskManager() {
        var all = place.cluster().processes().taskManagers();
        return all.get(random.nextInt(all.size()));
    }

    private static void sleep(Duration duration) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(duration.toMillis());
    }
}
