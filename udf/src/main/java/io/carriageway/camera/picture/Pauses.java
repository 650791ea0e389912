package io.carriageway.camera.picture;

import java.time.Duration;

/** Pauses between attempts at an unavailable store: each is twice the one before, up to half a minute. */
final class Pauses {

    static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Pauses() {}

    static Duration after(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }
}
