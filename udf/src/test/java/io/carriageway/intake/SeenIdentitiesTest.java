package io.carriageway.intake;

import static io.carriageway.intake.Frames.LIMITS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenIdentitiesTest {

    private static final long MINUTE = 60_000;

    private final SeenIdentities seen = new SeenIdentities(LIMITS);

    @Test
    void anIdentityIsRememberedWhateverItsEventTime() {
        assertThat(seen.add("a", 0)).isTrue();
        assertThat(seen.add("a", 3 * MINUTE)).isFalse();
        assertThat(seen.add("b", 0)).isTrue();
    }

    @Test
    void itIsForgottenOnlyWhenACopyWouldBeLate() {
        seen.add("a", 0);
        seen.advanceTo(12 * MINUTE);
        assertThat(seen.add("a", 0)).isFalse();
        seen.advanceTo(12 * MINUTE + 1);
        assertThat(seen.add("a", 0)).isTrue();
    }

    @Test
    void anEarlierArrivalForgetsNothingMore() {
        seen.advanceTo(12 * MINUTE);
        seen.add("a", 0);
        seen.advanceTo(0);
        assertThat(seen.add("a", 0)).isFalse();
    }

    /** Producer and device with one clock, which leaps to the year 2100 for a record. */
    @Test
    void afterALeapTheIdentitiesThatFollowAreForgottenInTheirTime() {
        long leap = 4_102_444_800_000L;
        seen.advanceTo(leap);
        seen.add("leap", leap);
        for (int minute = 0; minute < 1_000; minute++) {
            seen.advanceTo(minute * MINUTE);
            seen.add("v" + minute, minute * MINUTE);
        }
        assertThat(seen.snapshot("camera", 0, 1).hashes()).hasSizeLessThan(20);
    }

    @Test
    void aSnapshotRemembersTheSame() {
        seen.add("a", 0);
        seen.add("b", MINUTE);
        var restored = SeenIdentities.restore(seen.snapshot("camera", 0, 2), LIMITS);
        assertThat(restored.add("a", 0)).isFalse();
        assertThat(restored.add("b", MINUTE)).isFalse();
        assertThat(restored.add("c", MINUTE)).isTrue();
    }
}
