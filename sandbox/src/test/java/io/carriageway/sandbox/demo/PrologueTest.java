package io.carriageway.sandbox.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.alert.AlertRules;
import io.carriageway.alert.AlertTable;
import io.carriageway.alert.SiteAlerts;
import io.carriageway.alert.SiteRow;
import io.carriageway.city.City;
import io.carriageway.city.CityEvent;
import io.carriageway.event.AccidentStatus;
import io.carriageway.event.VehicleTelemetry;
import io.carriageway.geo.Match;
import io.carriageway.geo.MatchConfig;
import io.carriageway.geo.SegmentFinder;
import io.carriageway.geo.roads.RoadFile;
import io.carriageway.geo.roads.RoadRules;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks what the prologue of the demo contains, from the city alone. */
class PrologueTest {

    private static final Instant NOW = Instant.parse("2026-03-02T07:31:48Z");
    private static final City CITY = City.of(Scenario.at(NOW, Optional.empty()).city());
    private static final Duration GAP = Duration.ofMinutes(5);
    private static final Duration ALLOWED_LATENESS = Duration.ofMinutes(25);

    @Test
    void itHoldsAResolvedAccident() {
        var turns = CITY.accidentReports().before(Scenario.PROLOGUE);

        assertThat(LongStream.range(0, turns).mapToObj(CITY::accidentReport).flatMap(Optional::stream))
                .anyMatch(report -> report.event().getStatus() == AccidentStatus.RESOLVED);
    }

    @Test
    void itHoldsJourneysThatNoReportCanChangeAnyMore() {
        var journeys = new HashSet<String>();
        var newest = new HashMap<String, Instant>();
        reports(Scenario.PROLOGUE.minus(GAP).minus(ALLOWED_LATENESS)).forEach(report -> {
            var before = newest.put(report.getVehicleId(), report.getRecordedAt());
            if (before != null && before.plus(GAP).isBefore(report.getRecordedAt())) {
                journeys.add(report.getVehicleId());
            }
        });

        assertThat(journeys).hasSizeGreaterThan(100);
    }

    @Test
    void itHoldsAnAlertOfTheDefaultRulesThatIsRaisedAndClearedForGood() throws IOException {
        var rules = defaultRules().of(AlertTable.SEGMENT_SPEED_1M);
        var finalBefore = CITY.options().first().plus(Scenario.PROLOGUE).minus(ALLOWED_LATENESS);
        var cleared = minutes().entrySet().stream()
                .flatMap(segment -> SiteAlerts.of(rules, rows(segment.getKey(), segment.getValue())).stream())
                .map(alert -> alert.clearedAtMillis())
                .filter(Objects::nonNull)
                .map(Instant::ofEpochMilli);

        assertThat(cleared).anyMatch(time -> time.isBefore(finalBefore));
    }

    private static AlertRules defaultRules() throws IOException {
        try (var yaml = DemoJobSpecs.class.getClassLoader().getResourceAsStream("alerts.yaml")) {
            return AlertRules.parse(Objects.requireNonNull(yaml).readAllBytes(), "alerts.yaml");
        }
    }

    /** The speeds of each segment by minute, from the reports of the prologue. */
    private static Map<String, Map<Instant, List<Double>>> minutes() throws IOException {
        var roads = RoadFile.read(CITY.networkGeoJson().getBytes(UTF_8), "the city", RoadRules.DEFAULT);
        var finder = new SegmentFinder(roads.network(), new MatchConfig(30, 45));
        var minutes = new TreeMap<String, Map<Instant, List<Double>>>();
        reports(Scenario.PROLOGUE).forEach(report -> {
            var at = report.getRecordedAt();
            var match =
                    finder.find(report.getLatitude(), report.getLongitude(), report.getHeadingDeg(), at.toEpochMilli());
            if (match instanceof Match.OnSegment on) {
                minutes.computeIfAbsent(on.segmentId(), segment -> new TreeMap<>())
                        .computeIfAbsent(at.truncatedTo(ChronoUnit.MINUTES), minute -> new ArrayList<>())
                        .add(report.getSpeedKmh());
            }
        });
        return minutes;
    }

    private static List<SiteRow> rows(String segment, Map<Instant, List<Double>> speedsByMinute) {
        return speedsByMinute.entrySet().stream()
                .map(minute -> new SiteRow(
                        segment,
                        minute.getKey().toEpochMilli(),
                        true,
                        Map.of("p50_kmh", medianMilli(minute.getValue()))))
                .toList();
    }

    private static long medianMilli(List<Double> speeds) {
        var sorted = speeds.stream().sorted().toList();
        return 1000 * Math.round(sorted.get((sorted.size() + 1) / 2 - 1));
    }

    private static Stream<VehicleTelemetry> reports(Duration time) {
        return LongStream.range(0, CITY.telemetries().before(time))
                .mapToObj(CITY::telemetry)
                .flatMap(Optional::stream)
                .map(CityEvent::event);
    }
}
