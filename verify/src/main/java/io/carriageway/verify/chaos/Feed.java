package io.carriageway.verify.chaos;

import io.carriageway.verify.oracle.Trial;
import io.carriageway.verify.poison.PoisonBurst;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * Sends the inputs of all jobs at a constant rate. One record in a thousand is no event. On request it is one in ten,
 * or records come from clocks that are ahead, or one partition gets nothing.
 */
final class Feed {

    private static final int PER_THOUSAND = 1;
    private static final int BURST_PER_THOUSAND = 100;
    private static final int THOUSAND = 1_000;
    private static final int AHEAD_EACH_SECOND = 10;

    private final List<Trial> trials;
    private final int parts;
    private final long startNanos = System.nanoTime();
    private final FutureTask<Void> sent = new FutureTask<>(this::send);
    private volatile int badPerThousand = PER_THOUSAND;
    private volatile boolean ahead;

    private Feed(List<Trial> trials, Duration length) {
        this.trials = trials;
        this.parts = Math.toIntExact(length.toSeconds());
    }

    static Feed start(List<Trial> trials, Duration length) {
        var feed = new Feed(trials, length);
        var sender = new Thread(feed.sent, "feed");
        sender.setDaemon(true);
        sender.start();
        return feed;
    }

    void poison(boolean much) {
        badPerThousand = much ? BURST_PER_THOUSAND : PER_THOUSAND;
    }

    void clockAhead(boolean ahead) {
        this.ahead = ahead;
    }

    void silence(boolean silent) {
        trials.forEach(trial -> trial.silence(silent));
    }

    /** Time since the first record was sent. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /** Whether all input has been sent; tables no longer advance then. */
    boolean isOver() throws ExecutionException, InterruptedException {
        if (sent.isDone()) {
            await();
        }
        return sent.isDone();
    }

    /** Returns when all input has been sent; fails if sending failed. */
    void await() throws ExecutionException, InterruptedException {
        var unused = sent.get();
    }

    /** One part each second. While the broker is unavailable, records wait. */
    private Void send() throws Exception {
        double bad = 0;
        for (int part = 0; part < parts; part++) {
            for (var trial : trials) {
                trial.send(part, parts);
            }
            for (var trial : trials) {
                bad += (double) trial.size() / parts * badPerThousand / THOUSAND / trials.size();
                trial.sendBad(PoisonBurst::of, (int) bad, part, parts);
                trial.sendAhead(ahead ? AHEAD_EACH_SECOND : 0, part, parts);
            }
            bad -= (int) bad;
            var wait = Duration.ofSeconds(part + 1).minus(elapsed());
            if (!wait.isNegative()) {
                TimeUnit.MILLISECONDS.sleep(wait.toMillis());
            }
        }
        return null;
    }
}
