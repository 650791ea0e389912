package io.carriageway.camera;

import io.carriageway.event.CameraFrame;
import io.carriageway.intake.Arrival;
import io.carriageway.intake.Arrived;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows the frames whose pictures were asked for in vain: how many they are, how long the oldest waits, and that the
 * log must have a frame with each error code once a minute.
 */
final class PictureWaits {

    private static final Logger LOG = LoggerFactory.getLogger(PictureWaits.class);
    private static final long WARN_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int CODES = 64;

    private final LongSupplier nanoClock;
    private final Consumer<String> warn;
    private final Map<Arrival, Long> sinceNanos = new ConcurrentHashMap<>();
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

    /** An attempt gave no verdict; the frame came {@code since} then, by {@link #now}. */
    void goesOn(Arrived<CameraFrame> frame, long since, String code, String detail) {
        sinceNanos.put(frame.arrival(), since);
        if (isDue(code)) {
            warn.accept(line(frame, since, code, detail));
        }
    }

    void isOver(Arrived<CameraFrame> frame) {
        sinceNanos.remove(frame.arrival());
    }

    int count() {
        return sinceNanos.size();
    }

    long oldestSeconds() {
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

    private String line(Arrived<CameraFrame> frame, long since, String code, String detail) {
        var at = frame.arrival();
        return escaped(
                "Frame %s of camera %s (topic %s, partition %d, offset %d) has waited %d s for its picture %s: %s"
                                .formatted(
                                        frame.event().getFrameId(),
                                        frame.event().getCameraId(),
                                        at.topic(),
                                        at.partition(),
                                        at.offset(),
                                        Duration.ofNanos(now() - since).toSeconds(),
                                        NamedByContent.plain(frame.event().getImageUri()),
                                        code)
                        + " (%s). Pictures waiting in this subtask: %d. Rows of windows wait for them; all else goes on"
                                .formatted(detail, count()));
    }

    /** A line stays a line whatever a sender or a store put into it. */
    private static String escaped(String text) {
        var line = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            if (Character.isISOControl(c)) {
                line.append("\\u%04x".formatted(c));
            } else {
                line.append((char) c);
            }
        });
        return line.toString();
    }
}
