package io.carriageway.camera.picture;

import java.time.Duration;

/**
 * The threads for fetching. First attempts have threads of their own, so that new frames do not wait behind attempts at
 * a slow store.
 */
final class FetchThreads implements CallSchedule {

    private final CallSchedule first;
    private final CallSchedule again;

    FetchThreads(int each) {
        first = new StoreThreads("picture-fetcher", each);
        again = new StoreThreads("picture-fetcher-again", each);
    }

    @Override
    public void after(Duration pause, Runnable call) {
        (pause.isZero() ? first : again).after(pause, call);
    }

    @Override
    public void close() {
        first.close();
        again.close();
    }
}
