package io.carriageway.camera.picture;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Settings for fetching the pictures of frames that have only an address.
 *
 * @param maxBytes largest picture that is fetched, in bytes
 * @param buckets buckets, or folders as bucket/folder, whose rights are checked when the job starts
 * @param canaryByBucket for a bucket, an object that shows whether the job can read the bucket. With a canary, a frame
 *     whose picture the store forbids is rejected; without one it waits
 * @param waiting most frames that wait for their pictures in one subtask; then it takes no more
 * @param deniedPause time between the attempts after which a forbidden frame is rejected
 */
public record FetchConfig(
        PictureStore store,
        int maxBytes,
        Set<String> buckets,
        Map<String, String> canaryByBucket,
        int waiting,
        Duration deniedPause)
        implements Serializable {

    /**
     * Number of attempts that must be answered "forbidden", each between two successful reads of the canary, before the
     * frame is rejected.
     */
    public static final int DENIED_ATTEMPTS = 3;

    /** Pause between those attempts; three attempts take 30 s. */
    public static final Duration DENIED_PAUSE = Duration.ofSeconds(15);

    private static final int MAX_BYTES = 16 << 20;
    private static final int WAITING = 1_000;

    public FetchConfig {
        buckets = Set.copyOf(buckets);
        canaryByBucket = Map.copyOf(canaryByBucket);
    }

    /** Checks no bucket; frames whose pictures are forbidden wait. */
    public static FetchConfig of(PictureStore store) {
        return new FetchConfig(store, MAX_BYTES, Set.of(), Map.of(), WAITING, DENIED_PAUSE);
    }
}
