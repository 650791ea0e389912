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
 * Fetches pictures beside the task's thread. A store that cannot be asked is asked again, for ever, with growing
 * pauses: the frame stays in flight and the source slows down, which is backpressure and not a verdict.
 */
final class PictureFetcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PictureFetcher.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final PictureStore store;
    private final int maxBytes;
    private final ScheduledExecutorService threads;

    PictureFetcher(PictureStore store, int threadCount, int maxBytes) {
        this.store = store;
        this.maxBytes = maxBytes;
        this.threads = Executors.newScheduledThreadPool(threadCount, task -> {
            var thread = new Thread(task, "picture-fetcher");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Completes with the picture, or with null when there is none at that address. */
    CompletableFuture<byte[]> fetch(String uri) {
        var picture = new CompletableFuture<byte[]>();
        threads.execute(() -> attempt(uri, FIRST_PAUSE, picture));
        return picture;
    }

    private void attempt(String uri, Duration pause, CompletableFuture<byte[]> picture) {
        try {
            picture.complete(store.read(uri, maxBytes).orElse(null));
        } catch (IOException e) {
            LOG.warn("Cannot read {} now, trying again in {}: {}", uri, pause, e.toString());
            var doubled = pause.multipliedBy(2);
            var next = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
            var unused = threads.schedule(() -> attempt(uri, next, picture), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RuntimeException e) {
            picture.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
