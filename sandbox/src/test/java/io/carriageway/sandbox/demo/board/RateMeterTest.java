package io.carriageway.sandbox.demo.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateMeterTest {

    private final RateMeter rateMeter = new RateMeter();

    @Test
    void theFirstReadingHasNoPace() {
        assertThat(rateMeter.perSecond(Duration.ofSeconds(40), 700)).isZero();
    }

    @Test
    void itIsTheGrowthOfTheLastTenSecondsAndForgetsWhatWasBefore() {
        rateMeter.perSecond(Duration.ofSeconds(0), 0);
        rateMeter.perSecond(Duration.ofSeconds(5), 1_000);

        assertThat(rateMeter.perSecond(Duration.ofSeconds(10), 1_020)).isEqualTo(102.0);
        assertThat(rateMeter.perSecond(Duration.ofSeconds(15), 1_040)).isEqualTo(4.0);
    }
}
