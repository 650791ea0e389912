package io.carriageway.vision;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One thread with one detector, taking picture after picture. Whether an attempt ended in time is settled once, by
 * whoever comes first: the lane with its answer or the alarm. A lane that lost has no say any more; it closes its
 * detector when, if ever, it comes back.
 */
final class Lane implements Runnable {

    /** Where a lane's detector comes from: opened beforehand, or by the lane itself. */
    interface Opening {
        Detector open() throws IOException;
    }

    private final DetectionLanes lanes;
    private final Opening opening;
    private final LaneTask firstTask;
    private final Thread thread;
    private volatile boolean abandoned;

    /** The first task may be null: then the lane begins with the queue. */
    Lane(DetectionLanes lanes, String name, Opening opening, LaneTask firstTask) {
        this.lanes = lanes;
        this.opening = opening;
        this.firstTask = firstTask;
        this.thread = new Thread(this, name);
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Asks the lane to stop. What it is doing may not listen. */
    void interrupt() {
        thread.interrupt();
    }

    void join(long millis) throws InterruptedException {
        thread.join(millis);
    }

    @Override
    public void run() {
        try (Detector detector = opening.open()) {
            LaneTask task = firstTask == null ? lanes.take() : firstTask;
            while (work(detector, task)) {
                task = lanes.take();
            }
        } catch (InterruptedException stopped) {
            thread.interrupt();
        } catch (Throwable broken) {
            if (!abandoned) {
                lanes.end(broken);
            }
        } finally {
            lanes.left(this);
        }
    }

    /**
     * True where the lane may go on. The alarm is set when the picture is admitted: waiting for the machine must not
     * look like a picture that hangs.
     */
    private boolean work(Detector detector, LaneTask task) throws InterruptedException {
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
        Runnable callOff = lanes.setAlarm(() -> {
            if (settled.compareAndSet(false, true)) {
                abandoned = true;
                look.close();
                lanes.replace(this, task);
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

    private static Runnable answer(Detector.Look admitted, LaneTask task) {
        try (Detector.Look look = admitted) {
            var seen = new LaneResult.Seen(look.detect());
            return () -> task.result().complete(seen);
        } catch (UnreadablePictureException unreadable) {
            return () -> task.result().complete(verdict(unreadable));
        } catch (InvalidAnswerException invalid) {
            return () -> task.result().complete(new LaneResult.InvalidAnswer(invalid.getMessage()));
        } catch (Throwable unexpected) {
            return () -> task.result().completeExceptionally(unexpected);
        }
    }

    private static LaneResult verdict(UnreadablePictureException unreadable) {
        return new LaneResult.Unreadable(unreadable.fault(), unreadable.detail());
    }
}
