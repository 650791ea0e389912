package io.carriageway.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.city.City;
import io.carriageway.event.AccidentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScenarioTest {

    private static final Instant NOW = Instant.parse("2026-03-02T07:31:48Z");
    private static final City CITY = City.of(Scenario.at(NOW, Optional.empty()).city());

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

    @Test
    void thePrologueHoldsAResolvedAccident() {
        var turns = CITY.accidentReports().before(Scenario.PROLOGUE);

        assertThat(LongStream.range(0, turns).mapToObj(CITY::accidentReport).flatMap(Optional::stream))
                .anyMatch(report -> report.event().getStatus() == AccidentStatus.RESOLVED);
    }

    @Test
    void thePrologueHoldsJourneysThatNoReportCanChangeAnyMore() {
        var wait = Duration.ofMinutes(5 + 25 + 1); // the gap that ends one, the hold, and the timer's minute
        var reports = CITY.telemetries().before(Scenario.PROLOGUE.minus(wait));
        var journeys = new HashSet<String>();
        var newestMillis = new HashMap<String, Long>();
        LongStream.range(0, reports)
                .mapToObj(CITY::telemetry)
                .flatMap(Optional::stream)
                .forEach(report -> {
                    var vehicle = report.event().getVehicleId();
                    var millis = report.event().getRecordedAt().toEpochMilli();
                    var before = newestMillis.put(vehicle, millis);
                    if (before != null
                            && millis - before > Duration.ofMinutes(5).toMillis()) {
                        journeys.add(vehicle);
                    }
                });

        assertThat(journeys).hasSizeGreaterThan(100);
    }
}
