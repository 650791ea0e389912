package io.carriageway.vision.inference;

import io.carriageway.vision.Detector;
import io.carriageway.vision.DetectorFactory;
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
 * Workers that run detectors, with a bounded queue. If a picture keeps a worker longer than the time limit, it is
 * retried on a new worker. After {@code attempts} timeouts it is rejected as poison, so the queue always advances. The
 * time counts from when a worker takes the picture and not from when it was submitted, so a long queue rejects nothing.
 */
public final class InferencePool implements AutoCloseable {

    /** Time in milliseconds that close waits for workers which respond; a picture takes tens of milliseconds. */
    private static final long CLOSE_WAIT_MILLIS = 1_000;

    private final DetectorFactory factory;
    private final long timeoutMillis;
    private final int attempts;
    private final Alarm alarm;
    private final BlockingQueue<InferenceTask> queue;
    private final Set<InferenceWorker> working = ConcurrentHashMap.newKeySet();
    private final Set<CompletableFuture<InferenceResult>> pending = ConcurrentHashMap.newKeySet();
    private final AtomicInteger workersStarted = new AtomicInteger();
    private final AtomicInteger workersAbandoned = new AtomicInteger();
    private final AtomicReference<Throwable> ended = new AtomicReference<>();

    /** Opens a detector for each worker, so that an unusable model fails here. */
    public InferencePool(DetectorFactory factory, int workers, long timeoutMillis, int attempts) throws IOException {
        this(factory, workers, timeoutMillis, attempts, new TimerAlarm());
    }

    InferencePool(DetectorFactory factory, int workers, long timeoutMillis, int attempts, Alarm alarm)
            throws IOException {
        if (workers < 1 || timeoutMillis < 1 || attempts < 1) {
            throw new IllegalArgumentException("Workers, time limit and attempts must be at least 1, but are " + workers
                    + ", " + timeoutMillis + " ms and " + attempts);
        }
        this.factory = factory;
        this.timeoutMillis = timeoutMillis;
        this.attempts = attempts;
        this.alarm = alarm;
        this.queue = new ArrayBlockingQueue<>(2 * workers);
        try {
            for (int worker = 0; worker < workers; worker++) {
                Detector detector = factory.open();
                start(() -> detector, null);
            }
        } catch (IOException | RuntimeException | Error unusable) {
            close();
            throw unusable;
        }
    }

    /** Blocks while the queue is full. The future fails only if the pool is closed or a detector fails unexpectedly. */
    @SuppressWarnings("CollectionUndefinedEquality") // a future equals itself alone, and that is what is looked for
    public CompletableFuture<InferenceResult> submit(byte[] picture) throws InterruptedException {
        InferenceTask task = InferenceTask.first(picture);
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

    /** Number of workers abandoned since the start because they exceeded the time limit. */
    public int abandonedWorkers() {
        return workersAbandoned.get();
    }

    /** Fails what is pending and stops the workers. Does not wait for a worker that hangs. */
    @Override
    public void close() {
        end(new IllegalStateException("The inference pool is closed"));
        long deadline = System.nanoTime() + CLOSE_WAIT_MILLIS * 1_000_000;
        try {
            for (InferenceWorker worker : List.copyOf(working)) {
                worker.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Checks whether the pool is closed before it waits: the worker's work may have swallowed the interrupt. */
    InferenceTask take() throws InterruptedException {
        if (ended.get() != null) {
            throw new InterruptedException("no more pictures");
        }
        return queue.take();
    }

    Runnable setAlarm(Runnable action) {
        return alarm.set(timeoutMillis, action);
    }

    /** Replaces a worker that timed out by a new one, which retries the picture unless that was its last attempt. */
    void replace(InferenceWorker worker, InferenceTask task) {
        workersAbandoned.incrementAndGet();
        working.remove(worker);
        worker.interrupt();
        try {
            start(factory::open, task.attempt() < attempts ? task.again() : null);
        } catch (Throwable noThread) {
            end(noThread);
        }
        if (task.attempt() == attempts) {
            task.result().complete(new InferenceResult.Poison(attempts));
        }
    }

    void left(InferenceWorker worker) {
        working.remove(worker);
    }

    void end(Throwable cause) {
        if (ended.compareAndSet(null, cause)) {
            alarm.close();
        }
        failPending();
        working.forEach(InferenceWorker::interrupt);
    }

    private void start(InferenceWorker.Opening opening, InferenceTask firstTask) {
        var worker =
                new InferenceWorker(this, "inference-worker-" + workersStarted.incrementAndGet(), opening, firstTask);
        working.add(worker);
        worker.start();
        if (ended.get() != null) {
            worker.interrupt();
        }
    }

    /** Fails the pending pictures and empties the queue, so that no caller waits for workers that have stopped. */
    private void failPending() {
        queue.clear();
        pending.forEach(result -> result.completeExceptionally(ended.get()));
    }
}
