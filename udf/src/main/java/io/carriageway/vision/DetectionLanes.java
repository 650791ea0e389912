package io.carriageway.vision;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Lanes of detection behind a bounded queue. A picture that keeps a detector longer than the time limit is tried again
 * on a fresh lane, and after so many attempts it is poison: the queue always moves on. Time counts from when a lane
 * takes a picture up, not from when it was submitted, so that a busy machine's queue poisons nothing.
 */
public final class DetectionLanes implements AutoCloseable {

    /** For lanes that listen; a picture takes tens of milliseconds. */
    private static final long CLOSE_WAIT_MILLIS = 1_000;

    private final DetectorFactory factory;
    private final long timeoutMillis;
    private final int attempts;
    private final Alarm alarm;
    private final BlockingQueue<LaneTask> queue;
    private final Set<Lane> working = ConcurrentHashMap.newKeySet();
    private final Set<CompletableFuture<LaneResult>> pending = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lanesStarted = new AtomicInteger();
    private final AtomicInteger lanesAbandoned = new AtomicInteger();
    private final AtomicReference<Throwable> ended = new AtomicReference<>();

    /** Opens a detector for each lane, so that a model that cannot be used fails here. */
    public DetectionLanes(DetectorFactory factory, int lanes, long timeoutMillis, int attempts) throws IOException {
        this(factory, lanes, timeoutMillis, attempts, new TimerAlarm());
    }

    DetectionLanes(DetectorFactory factory, int lanes, long timeoutMillis, int attempts, Alarm alarm)
            throws IOException {
        if (lanes < 1 || timeoutMillis < 1 || attempts < 1) {
            throw new IllegalArgumentException("Lanes, time limit and attempts must be at least 1, but are " + lanes
                    + ", " + timeoutMillis + " ms and " + attempts);
        }
        this.factory = factory;
        this.timeoutMillis = timeoutMillis;
        this.attempts = attempts;
        this.alarm = alarm;
        this.queue = new ArrayBlockingQueue<>(2 * lanes);
        try {
            for (int lane = 0; lane < lanes; lane++) {
                Detector detector = factory.open();
                start(() -> detector, null);
            }
        } catch (IOException | RuntimeException | Error unusable) {
            close();
            throw unusable;
        }
    }

    /**
     * Waits while the queue is full. The future fails only where the lanes are closed or a detector fails unexpectedly.
     */
    @SuppressWarnings("CollectionUndefinedEquality") // a future equals itself alone, and that is what is looked for
    public CompletableFuture<LaneResult> submit(byte[] picture) throws InterruptedException {
        LaneTask task = LaneTask.first(picture);
        pending.add(task.result());
        var unused = task.result().whenComplete((result, failure) -> pending.remove(task.result()));
        queue.put(task);
        if (ended.get() != null) {
            failPending();
        }
        return task.result();
    }

    public int queueLength() {
        return queue.size();
    }

    /** Lanes given up since the start because they overran the time limit. */
    public int abandonedLanes() {
        return lanesAbandoned.get();
    }

    /** Fails what is pending and lets the lanes go. Prompt even where a lane hangs: that one is left behind. */
    @Override
    public void close() {
        end(new IllegalStateException("The detection lanes are closed"));
        long deadline = System.nanoTime() + CLOSE_WAIT_MILLIS * 1_000_000;
        try {
            for (Lane lane : List.copyOf(working)) {
                lane.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks before it waits: what a lane was doing may have swallowed the interrupt that came with the end. */
    LaneTask take() throws InterruptedException {
        if (ended.get() != null) {
            throw new InterruptedException("no more pictures");
        }
        return queue.take();
    }

    Runnable setAlarm(Runnable action) {
        return alarm.set(timeoutMillis, action);
    }

    /**
     * Puts a fresh lane in the place of one that overran, with the picture in hand unless that was its last attempt.
     */
    void replace(Lane lane, LaneTask task) {
        lanesAbandoned.incrementAndGet();
        working.remove(lane);
        lane.interrupt();
        try {
            start(factory::open, task.attempt() < attempts ? task.again() : null);
        } catch (Throwable noThread) {
            end(noThread);
        }
        if (task.attempt() == attempts) {
            task.result().complete(new LaneResult.Poison(attempts));
        }
    }

    void left(Lane lane) {
        working.remove(lane);
    }

    void end(Throwable cause) {
        if (ended.compareAndSet(null, cause)) {
            alarm.close();
        }
        failPending();
        working.forEach(Lane::interrupt);
    }

    private void start(Lane.Opening opening, LaneTask firstTask) {
        var lane = new Lane(this, "detection-lane-" + lanesStarted.incrementAndGet(), opening, firstTask);
        working.add(lane);
        lane.start();
        if (ended.get() != null) {
            lane.interrupt();
        }
    }

    /** Also empties the queue, so that no one waits in front of it for lanes that are gone. */
    private void failPending() {
        queue.clear();
        pending.forEach(result -> result.completeExceptionally(ended.get()));
    }
}
