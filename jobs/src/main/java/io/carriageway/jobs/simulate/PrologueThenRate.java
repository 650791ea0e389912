package io.carriageway.jobs.simulate;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.util.ratelimit.GuavaRateLimiter;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;

/**
 * Passes the first turns at once and the rest at a rate. It counts in one subtask, so the source must have parallelism
 * 1.
 */
record PrologueThenRate(long prologueTurns, double turnsPerSecond) implements RateLimiterStrategy<SourceSplit> {

    @Override
    public RateLimiter<SourceSplit> createRateLimiter(int parallelism) {
        return new Limiter(prologueTurns, new GuavaRateLimiter<>(turnsPerSecond / parallelism));
    }

    /** One subtask's limiter. */
    private static final class Limiter implements RateLimiter<SourceSplit> {

        private final RateLimiter<SourceSplit> paced;
        private long free;

        Limiter(long free, RateLimiter<SourceSplit> paced) {
            this.free = free;
            this.paced = paced;
        }

        @Override
        public CompletionStage<Void> acquire(int events) {
            if (free > 0) {
                free -= events;
                return CompletableFuture.completedFuture(null);
            }
            return paced.acquire(events);
        }
    }
}
