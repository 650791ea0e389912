package io.carriageway.camera.picture;

import java.time.Duration;

/** Runs calls of a store beside the task's thread. */
interface CallSchedule extends AutoCloseable {

    void after(Duration pause, Runnable call);

    @Override
    void close();
}
