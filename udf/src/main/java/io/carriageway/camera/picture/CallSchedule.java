package io.carriageway.camera.picture;

import java.time.Duration;

/** Runs calls of a store on other threads than the task's. */
interface CallSchedule extends AutoCloseable {

    void after(Duration pause, Runnable call);

    @Override
    void close();
}
