package io.carriageway.camera.picture;

import java.time.Duration;

/**
 * The threads of fetches: first attempts have threads of their own, so that frames that come are not held up by those
 * that wait for a store that takes long to say nothing.
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
