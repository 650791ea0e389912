package io.carriageway.jobs.io.kafka;

import java.time.Duration;
import org.apache.flink.util.clock.RelativeClock;

/**
 * Measures the time during which a partition could have been read. It excludes time in which the reading thread is held
 * up: while a record passes the steps chained to the source (a model is loaded there, or all pictures are slow), or
 * while the thread is blocked (a checkpoint waits for a broker). It also excludes time in which no broker answers.
 * Flink's own clock stops only for backpressure between tasks, so a partition that is behind and cannot be read would
 * count as silent, and its events would miss their windows.
 *
 * <p>A subtask without partitions asks no broker, and its time counts, because no record can arrive there and it must
 * not hold back the others. The time in which it may still get its first partition does not count.
 */
final class SilenceClock implements RelativeClock {

    /** Whether a record of this subtask is passing the steps chained to the source. */
    static final class Passage {
        private boolean isTaken;

        void begin() {
            isTaken = true;
        }

        void end() {
            isTaken = false;
        }
    }

    /**
     * Longest time between two answers that still counts. While nothing arrives, Flink asks five times a second, and a
     * broker without records answers twice a second.
     */
    private static final long LONGEST_BETWEEN_NANOS = Duration.ofSeconds(1).toNanos();

    /**
     * Time for the assignment of partitions and the creation of a consumer. It takes seconds on a busy machine, while
     * other subtasks already read.
     */
    private static final long UNTIL_ASSIGNED_NANOS = Duration.ofSeconds(10).toNanos();

    private final RelativeClock clock;
    private final Passage passage;
    private final Fetches fetches;
    private long last;
    private long answered;
    private long withoutConsumer;
    private long counted;

    /**
     * @param clock stops for backpressure between tasks
     * @param passage of this subtask
     * @param fetches of this subtask; every change of their number is an answer
     */
    SilenceClock(RelativeClock clock, Passage passage, Fetches fetches) {
        this.clock = clock;
        this.passage = passage;
        this.fetches = fetches;
        this.answered = fetches.answered();
        this.last = clock.relativeTimeNanos();
    }

    @Override
    public long relativeTimeNanos() {
        long now = clock.relativeTimeNanos();
        long answersNow = fetches.answered();
        boolean isAnswered = answersNow != answered || isWithoutPartitions(now);
        if (isAnswered && !passage.isTaken) {
            counted += Math.min(now - last, LONGEST_BETWEEN_NANOS);
        }
        if (isAnswered || passage.isTaken) {
            last = now;
        }
        answered = answersNow;
        return counted;
    }

    /** Whether there has been no consumer for longer than an assignment takes. */
    private boolean isWithoutPartitions(long now) {
        if (fetches.areMade()) {
            return false;
        }
        withoutConsumer += Math.min(now - last, LONGEST_BETWEEN_NANOS);
        if (withoutConsumer <= UNTIL_ASSIGNED_NANOS) {
            last = now;
        }
        return withoutConsumer > UNTIL_ASSIGNED_NANOS;
    }

    @Override
    public long relativeTimeMillis() {
        return Duration.ofNanos(relativeTimeNanos()).toMillis();
    }
}
