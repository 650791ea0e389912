package io.carriageway.camera.picture;

import io.carriageway.retry.RetryLog;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls a store of pictures on threads of its own. An unavailable store is called again without limit, with growing
 * pauses. The frame stays in flight and the source slows down: that is backpressure and not a verdict.
 */
final class StoreCalls implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreCalls.class);

    /** A call of the store; an IOException means that the store is unavailable. */
    interface Call<T> {
        T answer() throws IOException;
    }

    private final CallSchedule threads;
    private final RetryLog retryLog = new RetryLog(LOG);

    StoreCalls(String threadName, int threadCount) {
        this.threads = new StoreThreads(threadName, threadCount);
    }

    /** Calls the store until it answers, for as long as it is unavailable. The log names the call by {@code what}. */
    <T> CompletableFuture<T> untilAnswered(String what, Call<T> call) {
        var answer = new CompletableFuture<T>();
        var attempts = retryLog.call(what);
        threads.after(Duration.ZERO, () -> attempt(attempts, call, Pauses.FIRST, answer));
        return answer;
    }

    private <T> void attempt(RetryLog.Call attempts, Call<T> call, Duration pause, CompletableFuture<T> answer) {
        try {
            var given = call.answer();
            attempts.answered();
            answer.complete(given);
        } catch (IOException e) {
            attempts.failed(e.toString());
            threads.after(pause, () -> attempt(attempts, call, Pauses.after(pause), answer));
        } catch (RuntimeException | Error e) {
            attempts.answered();
            answer.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
