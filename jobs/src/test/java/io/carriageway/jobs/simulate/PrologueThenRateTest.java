package io.carriageway.jobs.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PrologueThenRateTest {

    private static final double ONE_A_DAY = 1.0 / TimeUnit.DAYS.toSeconds(1);

    @Test
    void thePrologueIsFreeAndTheRestWaits() {
        var limiter = new PrologueThenRate(3, ONE_A_DAY).createRateLimiter(1);
        for (int i = 0; i < 3; i++) {
            assertThat(limiter.acquire(1)).isCompleted();
        }
        limiter.acquire(1).toCompletableFuture().join(); // the first permit of a rate is available at once
        assertThat(limiter.acquire(1)).isNotCompleted();
    }
}
