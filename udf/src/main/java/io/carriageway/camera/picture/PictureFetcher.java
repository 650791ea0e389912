package io.carriageway.camera.picture;

import io.carriageway.camera.picture.PictureAnswer.Denied;
import io.carriageway.camera.picture.PictureAnswer.Forbidden;
import io.carriageway.camera.picture.PictureAnswer.Found;
import io.carriageway.camera.picture.PictureAnswer.Unavailable;
import io.carriageway.camera.picture.PictureAnswer.Verdict;
import io.carriageway.event.CameraFrame;
import io.carriageway.intake.ReceivedEvent;
import java.time.Duration;
import org.apache.flink.runtime.taskmanager.TaskManagerRuntimeInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches pictures on threads of its own, and retries without limit until there is a verdict. A picture that the store
 * forbids gets a verdict only if a canary with the same rights could be read before and after each of several attempts.
 * Otherwise the job may have lost its right to read, which says nothing about the picture.
 */
public final class PictureFetcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PictureFetcher.class);
    private static final String ACCESS_DENIED = "AccessDenied";

    private final PictureReader reader;
    private final FetchConfig config;
    private final CallSchedule calls;
    private final PictureWaits waits;

    PictureFetcher(PictureReader reader, FetchConfig config, CallSchedule calls, PictureWaits waits) {
        this.reader = reader;
        this.config = config;
        this.calls = calls;
        this.waits = waits;
    }

    /**
     * Opens the store with the settings of this process. {@code threads} threads make first attempts, and as many make
     * later ones.
     */
    public static PictureFetcher open(FetchConfig config, int threads, TaskManagerRuntimeInfo process) {
        var reader = config.store().open(process.getConfiguration());
        return new PictureFetcher(reader, config, new FetchThreads(threads), new PictureWaits());
    }

    public PictureWaits waits() {
        return waits;
    }

    /** Logs a warning for each right that the job lacks in the buckets. */
    public void lookAtRights() {
        var rights = new BucketRights(reader, config);
        config.buckets()
                .forEach(bucket -> calls.after(
                        Duration.ZERO, () -> rights.missingIn(bucket).ifPresent(LOG::warn)));
    }

    /** Receives the verdict on a frame's picture, or an unexpected failure; the other is null. */
    public interface Taker {
        void take(Verdict verdict, Throwable failure);
    }

    /**
     * Passes the verdict on a frame's picture to the taker, in a thread of this fetcher. The thread is blocked until
     * the taker returns, so no more pictures are in memory than there are threads.
     */
    public void fetch(ReceivedEvent<CameraFrame> frame, Taker taker) {
        var fetch = new Fetch(frame, taker);
        waits.begins(frame, fetch.since);
        calls.after(Duration.ZERO, fetch::attempt);
    }

    @Override
    public void close() {
        calls.close();
        reader.close();
    }

    /** The attempts at one picture, one after the other. */
    private final class Fetch {

        private final ReceivedEvent<CameraFrame> frame;
        private final Taker taker;
        private final String uri;
        private final String canary;
        private final long since = waits.now();
        private Duration pause = Pauses.FIRST;
        private boolean asked;
        private boolean suspected;
        private int denials;

        Fetch(ReceivedEvent<CameraFrame> frame, Taker taker) {
            this.frame = frame;
            this.taker = taker;
            this.uri = frame.event().getImageUri();
            this.canary = config.canaryByBucket().get(PictureUri.bucketOf(uri));
        }

        void attempt() {
            try {
                boolean couldRead = suspected && canary() instanceof Found;
                var answer = asked ? reader.read(uri, config.maxBytes()) : reader.readSoon(uri, config.maxBytes());
                asked = true;
                judge(answer, couldRead);
            } catch (RuntimeException | Error e) {
                end(null, e);
            }
        }

        private void judge(PictureAnswer answer, boolean couldRead) {
            if (answer instanceof Verdict known) {
                end(known, null);
            } else if (answer instanceof Forbidden forbidden) {
                countDenial(forbidden, couldRead);
            } else if (answer instanceof Unavailable unavailable) {
                suspected = false;
                denials = 0;
                goOn(unavailable.code(), unavailable.detail());
            }
        }

        /** Counts only successive attempts: between others the rights may have changed. */
        private void countDenial(Forbidden forbidden, boolean couldRead) {
            suspected = canary != null;
            var after = couldRead ? canary() : null;
            denials = after instanceof Found ? denials + 1 : 0;
            if (denials == FetchConfig.DENIED_ATTEMPTS) {
                end(
                        new Denied("%s in %d attempts over %d s, while %s could be read"
                                .formatted(ACCESS_DENIED, denials, over(denials).toSeconds(), canary)),
                        null);
            } else {
                goOn(ACCESS_DENIED, forbidden.detail());
            }
        }

        private Duration over(int attempts) {
            return config.deniedPause().multipliedBy(attempts - 1L);
        }

        private PictureAnswer canary() {
            return reader.read(canary, 0);
        }

        private void end(Verdict known, Throwable failure) {
            waits.isOver(frame);
            taker.take(known, failure);
        }

        private void goOn(String code, String detail) {
            waits.goesOn(frame, since, code, detail);
            calls.after(denials > 0 ? config.deniedPause() : pause, this::attempt);
            pause = denials > 0 ? Pauses.FIRST : Pauses.after(pause);
        }
    }
}
