package io.carriageway.camera.picture;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * How pictures are fetched that frames only point at.
 *
 * @param maxBytes the largest picture that is fetched whole
 * @param buckets those whose rights are looked at when the job opens
 * @param canaryByBucket an object that shows whether the job can read its bucket: where there is one, a frame that the
 *     store forbids is rejected; where there is none, it waits
 * @param waiting frames that may wait for their pictures in one subtask before it takes no more
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

    /** Attempts, each between two readings of the canary, that a picture is forbidden before its frame is rejected. */
    public static final int DENIED_ATTEMPTS = 3;

    /** Three attempts so far apart take 30 s. */
    public static final Duration DENIED_PAUSE = Duration.ofSeconds(15);

    private static final int MAX_BYTES = 16 << 20;
    private static final int WAITING = 1_000;

    public FetchConfig {
        buckets = Set.copyOf(buckets);
        canaryByBucket = Map.copyOf(canaryByBucket);
    }

    /** No bucket is looked at, and what is forbidden waits. */
    public static FetchConfig of(PictureStore store) {
        return new FetchConfig(store, MAX_BYTES, Set.of(), Map.of(), WAITING, DENIED_PAUSE);
    }
}
