package io.carriageway.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EmissionScheduleTest {

    @Test
    void asManyIndexesLieBeforeATimeAsHaveAnEarlierOne() {
        for (EmissionSchedule schedule : new EmissionSchedule[] {
            new EmissionSchedule(8, Duration.ofSeconds(2)),
            new EmissionSchedule(400, Duration.ofSeconds(10)),
            new EmissionSchedule(7, Duration.ofMillis(3))
        }) {
            for (long index = 0; index < 1000; index++) {
                Duration time = schedule.time(index);
                assertThat(schedule.time(schedule.before(time))).isEqualTo(time);
                assertThat(schedule.before(time.plusMillis(1))).isGreaterThan(index);
            }
        }
    }

    @Test
    void wholeIntervalsHoldATurnOfEachSource() {
        assertThat(new EmissionSchedule(8, Duration.ofSeconds(2)).before(Duration.ofMinutes(3)))
                .isEqualTo(720);
        assertThat(new EmissionSchedule(0, Duration.ofSeconds(2)).before(Duration.ofSeconds(7)))
                .isZero();
        assertThat(new EmissionSchedule(4, Duration.ofMinutes(1)).perSecond()).isEqualTo(4 / 60.0);
    }
}
