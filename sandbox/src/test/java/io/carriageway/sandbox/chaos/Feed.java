package io.carriageway.sandbox.chaos;

import io.carriageway.sandbox.oracle.Trial;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Sends the inputs of all jobs at an even pace, with a record among a thousand, or for a while ten, that is no event.
 */
final class Feed implements Callable<Void> {

    private static final int PER_THOUSAND = 1;
    private static final int BURST_PER_THOUSAND = 100;
    private static final int THOUSAND = 1_000;

    private final List<Trial> trials;
    private final int parts;
    private final long startNanos = System.nanoTime();
    private volatile boolean over;
    private volatile int badPerThousand = PER_THOUSAND;

    Feed(List<Trial> trials, Duration length) {
        this.trials = trials;
        this.parts = Math.toIntExact(length.toSeconds());
    }

    void poison(boolean much) {
        badPerThousand = much ? BURST_PER_THOUSAND : PER_THOUSAND;
    }

    /** Since the first record was sent. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /** Whether all is sent: tables advance no more then. */
    boolean isOver() {
        return over;
    }

    /** A part each second; the broker may be away, then records wait. */
    @Override
    public Void call() throws Exception {
        double bad = 0;
        for (int part = 0; part < parts; part++) {
            for (var trial : trials) {
                trial.send(part, parts);
            }
            for (var trial : trials) {
                bad += (double) trial.size() / parts * badPerThousand / THOUSAND / trials.size();
                trial.sendBad((int) bad, part, parts);
            }
            bad -= (int) bad;
            var wait = Duration.ofSeconds(part + 1).minus(elapsed());
            if (!wait.isNegative()) {
                TimeUnit.MILLISECONDS.sleep(wait.toMillis());
            }
        }
        over = true;
        return null;
    }
}
