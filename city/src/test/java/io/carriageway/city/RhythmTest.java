package io.carriageway.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RhythmTest {

    @Test
    void asManyIndexesLieBeforeATimeAsHaveAnEarlierOne() {
        for (Rhythm rhythm : new Rhythm[] {
            new Rhythm(8, Duration.ofSeconds(2)),
            new Rhythm(400, Duration.ofSeconds(10)),
            new Rhythm(7, Duration.ofMillis(3))
        }) {
            for (long index = 0; index < 1000; index++) {
                Duration time = rhythm.time(index);
                assertThat(rhythm.time(rhythm.before(time))).isEqualTo(time);
                assertThat(rhythm.before(time.plusMillis(1))).isGreaterThan(index);
            }
        }
    }

    @Test
    void wholeIntervalsHoldATurnOfEachSource() {
        assertThat(new Rhythm(8, Duration.ofSeconds(2)).before(Duration.ofMinutes(3)))
                .isEqualTo(720);
        assertThat(new Rhythm(0, Duration.ofSeconds(2)).before(Duration.ofSeconds(7)))
                .isZero();
        assertThat(new Rhythm(4, Duration.ofMinutes(1)).perSecond()).isEqualTo(4 / 60.0);
    }
}
