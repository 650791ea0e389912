package io.carriageway.camera;

import java.util.concurrent.CompletableFuture;

/** Fetches pictures beside the task's thread, however long their store is away. */
final class PictureFetcher implements AutoCloseable {

    private final PictureStore store;
    private final int maxBytes;
    private final StoreCalls calls;

    PictureFetcher(PictureStore store, int threadCount, int maxBytes) {
        this.store = store;
        this.maxBytes = maxBytes;
        this.calls = new StoreCalls("picture-fetcher", threadCount);
    }

    /** Completes with the picture, or with null when there is none at that address. */
    CompletableFuture<byte[]> fetch(String uri) {
        return calls.untilAnswered(
                "read " + uri, () -> store.read(uri, maxBytes).orElse(null));
    }

    @Override
    public void close() {
        calls.close();
    }
}
