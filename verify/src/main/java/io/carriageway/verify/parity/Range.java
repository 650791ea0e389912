package io.carriageway.verify.parity;

import java.time.Duration;
import java.time.Instant;

/** The part of a run that is compared: all of it, or a part in its middle. */
record Range(String name, Instant from, Instant to) {

    /** The middle third, widened to whole windows. */
    static Range middle(Instant from, Instant to, Duration window) {
        var third = Duration.between(from, to).dividedBy(3);
        return new Range("middle", floor(from.plus(third), window), ceil(to.minus(third), window));
    }

    static Instant floor(Instant time, Duration window) {
        return time.minusMillis(Math.floorMod(time.toEpochMilli(), window.toMillis()));
    }

    static Instant ceil(Instant time, Duration window) {
        return floor(time.plus(window).minusMillis(1), window);
    }
}
