package io.carriageway.camera.picture;

import io.carriageway.event.CameraFrame;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.intake.RecordOrigin;
import io.carriageway.retry.RetryLog;
import io.carriageway.text.Printable;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Statistics of the frames that wait for their pictures: their number, and how long the oldest has waited. For each
 * error code it logs one frame at once, and then one every ten minutes.
 */
public final class PictureWaits {

    private static final Logger LOG = LoggerFactory.getLogger(PictureWaits.class);
    private static final long WARN_NANOS = RetryLog.REMINDER.toNanos();
    private static final int CODES = 64;
    private static final int MOST_CHARACTERS = 2_000;

    private final LongSupplier nanoClock;
    private final Consumer<String> warn;
    private final Map<RecordOrigin, Long> sinceNanos = new ConcurrentHashMap<>();
    private final Map<String, Long> warnedNanos = new ConcurrentHashMap<>();

    PictureWaits() {
        this(System::nanoTime, LOG::warn);
    }

    PictureWaits(LongSupplier nanoClock, Consumer<String> warn) {
        this.nanoClock = nanoClock;
        this.warn = warn;
    }

    long now() {
        return nanoClock.getAsLong();
    }

    /** Adds a frame whose picture is requested; {@code since} is the time by {@link #now}. */
    void begins(ReceivedEvent<CameraFrame> frame, long since) {
        sinceNanos.put(frame.origin(), since);
    }

    /** An attempt gave no verdict. */
    void goesOn(ReceivedEvent<CameraFrame> frame, long since, String code, String detail) {
        if (isDue(code)) {
            warn.accept(line(frame, since, code, detail));
        }
    }

    void isOver(ReceivedEvent<CameraFrame> frame) {
        sinceNanos.remove(frame.origin());
    }

    public int count() {
        return sinceNanos.size();
    }

    public long oldestSeconds() {
        long now = now();
        long oldest = sinceNanos.values().stream()
                .mapToLong(since -> now - since)
                .max()
                .orElse(0);
        return Duration.ofNanos(oldest).toSeconds();
    }

    private synchronized boolean isDue(String code) {
        var last = warnedNanos.get(code);
        if (last != null && now() - last < WARN_NANOS) {
            return false;
        }
        if (warnedNanos.size() >= CODES) {
            warnedNanos.clear();
        }
        warnedNanos.put(code, now());
        return true;
    }

    private String line(ReceivedEvent<CameraFrame> frame, long since, String code, String detail) {
        var at = frame.origin();
        var line = "Frame %s of camera %s (topic %s, partition %d, offset %d) has waited %d s for its picture %s: %s"
                        .formatted(
                                frame.event().getFrameId(),
                                frame.event().getCameraId(),
                                at.topic(),
                                at.partition(),
                                at.offset(),
                                Duration.ofNanos(now() - since).toSeconds(),
                                NamedByContent.plain(frame.event().getImageUri()),
                                code)
                + " (%s). Pictures waiting in this subtask: %d. Rows of windows wait for them; everything else continues"
                        .formatted(detail, count());
        return start(Printable.of(start(line)));
    }

    /** Cuts a line, so that it is short whatever text a sender or a store supplied. */
    private static String start(String line) {
        return line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) + "..." : line;
    }
}
