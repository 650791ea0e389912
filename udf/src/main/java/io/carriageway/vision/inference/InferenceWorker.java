package io.carriageway.vision.inference;

import io.carriageway.vision.Detector;
import io.carriageway.vision.InvalidAnswerException;
import io.carriageway.vision.UnreadablePictureException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs one detector on one thread, picture after picture. Either the worker's answer or the timeout comes first, and
 * that decides the attempt. After a timeout the worker's answer is ignored, and the worker closes its detector if it
 * ever returns.
 */
final class InferenceWorker implements Runnable {

    /** The source of a worker's detector: opened beforehand, or by the worker itself. */
    interface Opening {
        Detector open() throws IOException;
    }

    private final InferencePool pool;
    private final Opening opening;
    private final InferenceTask firstTask;
    private final Thread thread;
    private volatile boolean abandoned;

    /** @param firstTask the first task; null: the worker begins with the queue */
    InferenceWorker(InferencePool pool, String name, Opening opening, InferenceTask firstTask) {
        this.pool = pool;
        this.opening = opening;
        this.firstTask = firstTask;
        this.thread = new Thread(this, name);
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Asks the worker to stop. Its current work may not respond. */
    void interrupt() {
        thread.interrupt();
    }

    void join(long millis) throws InterruptedException {
        thread.join(millis);
    }

    @Override
    public void run() {
        try (Detector detector = opening.open()) {
            InferenceTask task = firstTask == null ? pool.take() : firstTask;
            while (work(detector, task)) {
                task = pool.take();
            }
        } catch (InterruptedException stopped) {
            thread.interrupt();
        } catch (Throwable broken) {
            if (!abandoned) {
                pool.end(broken);
            }
        } finally {
            pool.left(this);
        }
    }

    /**
     * Examines one picture; true if the worker may continue. The timeout starts when the picture is admitted, because
     * waiting for memory must not count as a hang.
     */
    private boolean work(Detector detector, InferenceTask task) throws InterruptedException {
        Detector.Look look;
        try {
            look = detector.admit(task.picture());
        } catch (UnreadablePictureException unreadable) {
            task.result().complete(verdict(unreadable));
            return true;
        } catch (RuntimeException | Error unexpected) {
            task.result().completeExceptionally(unexpected);
            return true;
        }
        var settled = new AtomicBoolean();
        Runnable callOff = pool.setAlarm(() -> {
            if (settled.compareAndSet(false, true)) {
                abandoned = true;
                look.close();
                pool.replace(this, task);
            }
        });
        Runnable answer = answer(look, task);
        callOff.run();
        if (settled.compareAndSet(false, true)) {
            answer.run();
            return true;
        }
        return false;
    }

    private static Runnable answer(Detector.Look admitted, InferenceTask task) {
        try (Detector.Look look = admitted) {
            var seen = new InferenceResult.Seen(look.detect());
            return () -> task.result().complete(seen);
        } catch (UnreadablePictureException unreadable) {
            return () -> task.result().complete(verdict(unreadable));
        } catch (InvalidAnswerException invalid) {
            return () -> task.result().complete(new InferenceResult.InvalidAnswer(invalid.getMessage()));
        } catch (Throwable unexpected) {
            return () -> task.result().completeExceptionally(unexpected);
        }
    }

    private static InferenceResult verdict(UnreadablePictureException unreadable) {
        return new InferenceResult.Unreadable(unreadable.fault(), unreadable.detail());
    }
}
