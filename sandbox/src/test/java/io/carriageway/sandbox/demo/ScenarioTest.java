package io.carriageway.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScenarioTest {

    private static final Instant NOW = Instant.parse("2026-03-02T07:31:48Z");

    @Test
    void theCityBeginsSeventyWholeMinutesBeforeTheCurrentOne() {
        assertThat(Scenario.at(NOW, Optional.empty()).city().first()).isEqualTo(Instant.parse("2026-03-02T06:21:00Z"));
    }

    @Test
    void aFrameOfEachCameraIsPlannedForEachIntervalOfTheLastThreeMinutesAndOfLife() {
        var scenario = Scenario.at(NOW, Optional.of(Duration.ofSeconds(60)));

        assertThat(scenario.city().cameras()).isEqualTo(8);
        assertThat(scenario.city().frameInterval()).isEqualTo(Duration.ofSeconds(2));
        assertThat(scenario.plannedFrames()).isEqualTo(8 * (180 + 60) / 2);
    }

    @Test
    void onlyALifeThatEndsHasADuration() {
        assertThat(Scenario.at(NOW, Optional.empty()).simulatorOptions()).doesNotContain("--duration");
        assertThat(Scenario.at(NOW, Optional.of(Duration.ofSeconds(60))).simulatorOptions())
                .containsSequence("--duration", "60000 ms");
    }
}
