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
    void theClockNeverGoesBack() {
        seen.add("a", 0);
        seen.advanceTo(13 * MINUTE);
        seen.advanceTo(0);
        assertThat(seen.snapshot("camera", 0, 1).clockMillis()).isEqualTo(13 * MINUTE);
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
