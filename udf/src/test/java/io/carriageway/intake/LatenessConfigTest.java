package io.carriageway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatenessConfigTest {

    private static final long NOON = Frames.NOON.toEpochMilli();
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LatenessConfig limits = Frames.LIMITS;

    @Test
    void aDifferenceThatOverflowsIsLongerThanEveryLimit() {
        assertThat(limits.isFuture(Long.MAX_VALUE, -1)).isTrue();
        assertThat(limits.isLate(Long.MAX_VALUE, -1)).isFalse();
        assertThat(limits.isTooOld(Long.MAX_VALUE, -1)).isFalse();
        assertThat(limits.isFuture(Long.MIN_VALUE, NOON)).isFalse();
        assertThat(limits.isLate(Long.MIN_VALUE, NOON)).isTrue();
        assertThat(limits.isTooOld(Long.MIN_VALUE, NOON)).isTrue();
    }

    @Test
    void anEventIsTooOldOnlyBeyondTheLimit() {
        long tenYears = Duration.ofDays(3_653).toMillis();
        assertThat(limits.isTooOld(NOON - tenYears, NOON)).isFalse();
        assertThat(limits.isTooOld(NOON - tenYears - 1, NOON)).isTrue();
    }

    @Test
    void limitsThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LatenessConfig(TEN_MINUTES, MINUTE, Duration.ZERO, MINUTE))
                .withMessageContaining("too-old.limit is PT1M, below lateness.limit PT10M");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new LatenessConfig(TEN_MINUTES, MINUTE, Duration.ZERO, Duration.ofSeconds(Long.MAX_VALUE)))
                .withMessageContaining("at most 3652500 d");
    }
}
