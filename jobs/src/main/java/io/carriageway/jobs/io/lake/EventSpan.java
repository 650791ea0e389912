package io.carriageway.jobs.io.lake;

import java.time.Instant;

public record EventSpan(Instant start, Instant from, Instant to, Instant end, Instant passedAt, Demand demand) {
    public enum Demand {
        EVENTS,
        NOTHING
    }
}
