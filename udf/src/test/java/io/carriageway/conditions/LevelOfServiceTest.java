package io.carriageway.conditions;

import static io.carriageway.conditions.LevelOfService.A;
import static io.carriageway.conditions.LevelOfService.B;
import static io.carriageway.conditions.LevelOfService.C;
import static io.carriageway.conditions.LevelOfService.D;
import static io.carriageway.conditions.LevelOfService.E;
import static io.carriageway.conditions.LevelOfService.F;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LevelOfServiceTest {

    @Test
    void aShareOnABoundBelongsToTheWorseLevel() {
        assertThat(new LevelOfService[] {of(86), of(85), of(67), of(50), of(40), of(30), of(0)})
                .containsExactly(A, B, C, D, E, F, F);
        assertThat(new LevelOfService[] {of(68), of(51), of(41), of(31)}).containsExactly(B, C, D, E);
    }

    @Test
    void theMeanFreeFlowSpeedIsNotRounded() {
        assertThat(LevelOfService.of(34, 3, 119_999)).as("34 of 39.9997 km/h").isEqualTo(A);
        assertThat(LevelOfService.of(34, 3, 120_000)).as("34 of 40 km/h").isEqualTo(B);
    }

    /** Level at a free-flow speed of 100 km/h. */
    private static LevelOfService of(int kmh) {
        return LevelOfService.of(kmh, 7, 700_000);
    }
}
