package io.carriageway.intake;

import static io.carriageway.intake.Frames.LIMITS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DedupStateTest {

    private static final long MINUTE = 60_000;

    private final DedupState dedupState = new DedupState(LIMITS);

    @Test
    void anIdentityIsRememberedWhateverItsEventTime() {
        assertThat(dedupState.add("a", 0)).isTrue();
        assertThat(dedupState.add("a", 3 * MINUTE)).isFalse();
        assertThat(dedupState.add("b", 0)).isTrue();
    }

    @Test
    void itIsForgottenOnlyWhenACopyWouldBeLate() {
        dedupState.add("a", 0);
        dedupState.advanceTo(12 * MINUTE);
        assertThat(dedupState.add("a", 0)).isFalse();
        dedupState.advanceTo(12 * MINUTE + 1);
        assertThat(dedupState.add("a", 0)).isTrue();
    }

    @Test
    void anEarlierArrivalForgetsNothingMore() {
        dedupState.advanceTo(12 * MINUTE);
        dedupState.add("a", 0);
        dedupState.advanceTo(0);
        assertThat(dedupState.add("a", 0)).isFalse();
    }

    /** A producer and a device share a clock, which leaps to the year 2100 for one record. */
    @Test
    void afterALeapTheIdentitiesThatFollowAreForgottenInTheirTime() {
        long leap = 4_102_444_800_000L;
        dedupState.advanceTo(leap);
        dedupState.add("leap", leap);
        for (int minute = 0; minute < 1_000; minute++) {
            dedupState.advanceTo(minute * MINUTE);
            dedupState.add("v" + minute, minute * MINUTE);
        }
        assertThat(dedupState.snapshot("camera", 0, 1).hashes()).hasSizeLessThan(20);
    }

    @Test
    void aSnapshotRemembersTheSame() {
        dedupState.add("a", 0);
        dedupState.add("b", MINUTE);
        var restored = DedupState.restore(dedupState.snapshot("camera", 0, 2), LIMITS);
        assertThat(restored.add("a", 0)).isFalse();
        assertThat(restored.add("b", MINUTE)).isFalse();
        assertThat(restored.add("c", MINUTE)).isTrue();
    }
}
