package io.carriageway.camera;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a store of pictures beside the task's thread. One that cannot answer is asked again, for ever, with growing
 * pauses: the frame stays in flight and the source slows down, which is backpressure and not a verdict.
 */
final class StoreCalls implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreCalls.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** What is asked of the store; an IOException says that it cannot answer now. */
    interface Call<T> {
        T answer() throws IOException;
    }

    private final ScheduledExecutorService threads;

    StoreCalls(String threadName, int threadCount) {
        this.threads = Executors.newScheduledThreadPool(threadCount, task -> {
            var thread = new Thread(task, threadName);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Completes with the answer, however long the store is away; {@code what} is being done, for the log. */
    <T> CompletableFuture<T> untilAnswered(String what, Call<T> call) {
        var answer = new CompletableFuture<T>();
        threads.execute(() -> attempt(what, call, FIRST_PAUSE, answer));
        return answer;
    }

    private <T> void attempt(String what, Call<T> call, Duration pause, CompletableFuture<T> answer) {
        try {
            answer.complete(call.answer());
        } catch (IOException e) {
            LOG.warn("Cannot {} now, trying again in {}: {}", what, pause, e.toString());
            var doubled = pause.multipliedBy(2);
            var next = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
            var unused =
                    threads.schedule(() -> attempt(what, call, next, answer), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
