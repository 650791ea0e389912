package io.carriageway.verify.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Duration LENGTH = Duration.ofMinutes(8);

    @Test
    void aSeedIsAlwaysTheSameScheduleAndAnotherSeedAnotherOne() {
        assertThat(Schedule.of(3, LENGTH)).isEqualTo(Schedule.of(3, LENGTH));
        assertThat(Schedule.of(3, LENGTH).entries())
                .isNotEqualTo(Schedule.of(4, LENGTH).entries());
    }

    @Test
    void everyFaultComesOnceWithinTheTime() {
        var entries = Schedule.of(3, LENGTH).entries();
        assertThat(entries).extracting(Schedule.Entry::fault).containsExactlyInAnyOrder(Fault.values());
        assertThat(entries)
                .extracting(Schedule.Entry::at)
                .isSortedAccordingTo(Comparator.naturalOrder())
                .allSatisfy(at -> assertThat(at).isBetween(Duration.ZERO, LENGTH));
    }
}
