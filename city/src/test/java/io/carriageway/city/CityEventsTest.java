package io.carriageway.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.carriageway.city.world.Accident;
import io.carriageway.city.world.Place;
import io.carriageway.city.world.VehicleState;
import io.carriageway.event.AccidentReport;
import io.carriageway.event.AccidentSeverity;
import io.carriageway.event.AccidentStatus;
import io.carriageway.event.VehicleTelemetry;
import io.carriageway.event.WeatherObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CityEventsTest {
    private static final CityConfig OPTIONS = CityConfig.defaults();
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private static final Duration TWO_DAYS = Duration.ofDays(2);
    private final City city = City.of(OPTIONS);
    private final World world = World.of(OPTIONS);

    @Test
    void everyEventIsTheSameInAnyOrderAndOnAnyThread() {
        City other = City.of(OPTIONS);
        List<Long> indexes = new ArrayList<>(
                LongStream.range(0, 20_000).map(i -> i * 17).boxed().toList());
        Map<Long, List<Object>> events = indexes.stream().collect(Collectors.toMap(i -> i, i -> eventsOf(city, i)));
        Collections.shuffle(indexes, new Random(3));

        assertThat(indexes.parallelStream().filter(i -> !eventsOf(other, i).equals(events.get(i))))
                .isEmpty();
    }

    private static List<Object> eventsOf(City city, long index) {
        return List.of(city.telemetry(index), city.observation(index), city.accidentReport(index));
    }

    @Test
    void aVehicleReportsWhereItTrulyIsAndHowItMoves() {
        int atRest = 0;
        for (CityEvent<VehicleTelemetry> event : telemetry(HALF_AN_HOUR)) {
            VehicleTelemetry report = event.event();
            VehicleState state = stateOf(report);
            assertThat(metresBetween(report, state)).isLessThan(2);
            assertThat(report.getSpeedKmh()).isCloseTo(state.speedMetresPerSecond() * 3.6, within(0.06));
            assertThat(report.getVehicleClass().name())
                    .isEqualTo(state.vehicle().kind().name());
            assertThat(event.arrivalMillis() - report.getRecordedAt().toEpochMilli())
                    .isBetween(80L, 3000L);
            if (report.getSpeedKmh() < 1) {
                assertThat(report.getHeadingDeg()).isNull();
                atRest++;
            } else {
                assertThat(Math.IEEEremainder(
                                report.getHeadingDeg() - state.place().headingDegrees(), 360))
                        .isCloseTo(0, within(0.06));
                assertThat(report.getHeadingDeg()).isBetween(0.0, 359.95);
            }
        }
        assertThat(atRest).isPositive();
    }

    @Test
    void toursLastEightToTwentyMinutesWithSixMinutesOfSilenceBetween() {
        Map<String, List<Instant>> byVehicle = telemetry(TWO_HOURS).stream()
                .map(CityEvent::event)
                .collect(Collectors.groupingBy(
                        VehicleTelemetry::getVehicleId,
                        TreeMap::new,
                        Collectors.mapping(VehicleTelemetry::getRecordedAt, Collectors.toList())));
        assertThat(byVehicle).hasSize(400);
        int whole = 0;
        for (List<Instant> times : byVehicle.values()) {
            Instant began = null;
            for (int i = 1; i < times.size(); i++) {
                Duration gap = Duration.between(times.get(i - 1), times.get(i));
                if (gap.compareTo(OPTIONS.telemetryInterval()) > 0) {
                    assertThat(gap).isGreaterThan(Duration.ofMinutes(6));
                    if (began != null) {
                        assertThat(Duration.between(began, times.get(i - 1)))
                                .isBetween(Duration.ofSeconds(460), Duration.ofMinutes(20));
                        whole++;
                    }
                    began = times.get(i);
                }
            }
        }
        assertThat(whole).isGreaterThan(400);
    }

    @Test
    void stationsObserveTheWeatherThatTheCamerasSee() {
        int rainy = 0;
        long perStation = city.observations().before(TWO_DAYS) / 4;
        for (long index = 0; index < 4 * perStation; index++) {
            WeatherObservation observation = city.observation(index).event();
            long frame = city.frames().before(city.observations().time(index));
            double seen = city.conditions(frame).rain();
            if (seen > 0.3) {
                rainy++;
                assertThat(observation.getPrecipitationMmH()).isPositive();
            }
            if (observation.getPrecipitationMmH() > 2) {
                assertThat(seen).isPositive();
            }
        }
        assertThat(rainy).isPositive();
    }

    @Test
    void eachStationObservesOnceAMinuteWhereItStands() {
        assertThat(city.stations()).hasSize(4);
        assertThat(city.stations()).extracting(Station::id).doesNotHaveDuplicates();
        for (long index = 0; index < 40; index++) {
            CityEvent<WeatherObservation> event = city.observation(index);
            Station station = city.stations().get((int) index % 4);
            assertThat(event.event().getStationId()).isEqualTo(station.id());
            assertThat(event.event().getLatitude()).isEqualTo(station.latitude());
            assertThat(event.event().getLongitude()).isEqualTo(station.longitude());
            assertThat(event.event().getObservedAt())
                    .isEqualTo(OPTIONS.first().plusSeconds(60 * (index / 4) + 15 * (index % 4)));
            assertThat(event.arrivalMillis())
                    .isGreaterThan(event.event().getObservedAt().toEpochMilli());
        }
    }

    @Test
    void anAccidentIsReportedActiveFirstAndResolvedAtItsEnd() {
        Map<String, List<CityEvent<AccidentReport>>> byAccident = reports(TWO_DAYS).stream()
                .collect(Collectors.groupingBy(
                        event -> event.event().getAccidentId(), TreeMap::new, Collectors.toList()));
        int updates = 0;
        int overtaken = 0;
        for (long number = 0; number < 140; number++) {
            Accident accident = city.accident(number);
            List<CityEvent<AccidentReport>> reports = byAccident.get("acc-%06d".formatted(number));
            assertThat(reports).hasSizeBetween(2, 3);
            assertThat(reports.get(0).event().getStatus()).isEqualTo(AccidentStatus.ACTIVE);
            AccidentReport resolved = reports.stream()
                    .map(CityEvent::event)
                    .filter(report -> report.getStatus() == AccidentStatus.RESOLVED)
                    .collect(Collectors.collectingAndThen(Collectors.toList(), all -> {
                        assertThat(all).hasSize(1);
                        return all.get(0);
                    }));
            assertThat(resolved.getReportedAt())
                    .isEqualTo(OPTIONS.first().plusMillis((long) (accident.resolvedSeconds() * 1000)));
            assertThat(resolved.getSeverity()).isEqualTo(accident.severity());
            assertThat(resolved.getCasualties())
                    .isEqualTo(accident.severity() == AccidentSeverity.UNKNOWN ? null : accident.casualties());
            updates += reports.size() - 2;
            overtaken += reports.get(reports.size() - 1).event().getStatus() == AccidentStatus.ACTIVE ? 1 : 0;
        }
        assertThat(updates).isBetween(40, 100);
        assertThat(overtaken).isBetween(5, updates - 5);
    }

    @Test
    void aReportIsMadeAfterTheAccidentAndArrivesAfterItIsMade() {
        List<CityEvent<AccidentReport>> reports = reports(TWO_DAYS);
        assertThat(reports).allSatisfy(event -> {
            long reported = event.event().getReportedAt().toEpochMilli();
            assertThat(event.event().getReportedAt()).isAfter(event.event().getOccurredAt());
            assertThat(event.arrivalMillis() - reported).isBetween(1L, 150_000L);
        });
        assertThat(reports).anyMatch(event -> event.event().getSeverity() == AccidentSeverity.UNKNOWN);
        assertThat(reports)
                .extracting(event -> (event.arrivalMillis() - OPTIONS.first().toEpochMilli()) / 10_000)
                .isSorted();
    }

    @Test
    void theFirstSeventyMinutesHoldAResolvedAccident() {
        for (long seed = 0; seed < 20; seed++) {
            City any = City.of(OPTIONS.withSeed(seed));
            long end = any.accidentReports().before(Duration.ofMinutes(70));
            assertThat(LongStream.range(0, end).mapToObj(any::accidentReport).flatMap(Optional::stream))
                    .anyMatch(event -> event.event().getStatus() == AccidentStatus.RESOLVED);
        }
    }

    @Test
    void whatACameraSeesLiesWhereTheVehicleIs() {
        int seen = 0; // of those that are wholly in the picture
        for (long index = 0; index < 400; index += 7) {
            CameraSite site =
                    CameraSite.of(OPTIONS.seed(), 8, World.of(OPTIONS).roads()).get((int) (index % 8));
            Map<String, VehicleState> states = city.vehiclesAt(city.capturedAt(index)).stream()
                    .collect(Collectors.toMap(state -> state.vehicle().id(), state -> state));
            for (VisibleVehicle vehicle : city.truth(index)) {
                Place place = states.get(vehicle.vehicleId()).place();
                double[] ground = site.view()
                        .groundPolygon(List.of(place, place.offset(0.01, 0), place.offset(0, 0.01)))
                        .get(0);
                if (vehicle.xMin() > 0 && vehicle.yMin() > 0 && vehicle.xMax() < 640 && vehicle.yMax() < 480) {
                    assertThat(ground[0] * 640).isBetween(vehicle.xMin() - 2, vehicle.xMax() + 2);
                    assertThat(ground[1] * 480).isBetween(vehicle.yMin(), vehicle.yMax() + 2);
                    seen++;
                }
            }
        }
        assertThat(seen).isGreaterThan(100);
    }

    private List<CityEvent<VehicleTelemetry>> telemetry(Duration time) {
        return LongStream.range(0, city.telemetries().before(time))
                .mapToObj(city::telemetry)
                .flatMap(Optional::stream)
                .toList();
    }

    private List<CityEvent<AccidentReport>> reports(Duration time) {
        return LongStream.range(0, city.accidentReports().before(time))
                .mapToObj(city::accidentReport)
                .flatMap(Optional::stream)
                .toList();
    }

    private VehicleState stateOf(VehicleTelemetry report) {
        int number = Integer.parseInt(report.getVehicleId().substring(4));
        double seconds =
                Duration.between(OPTIONS.first(), report.getRecordedAt()).toMillis() / 1000.0;
        return Objects.requireNonNull(world.traffic().vehicles().get(number)).at(seconds);
    }

    private double metresBetween(VehicleTelemetry report, VehicleState state) {
        double metresPerDegree = 111_194.926;
        double north =
                (report.getLatitude() - world.plane().latitude(state.place().northMetres())) * metresPerDegree;
        double east =
                (report.getLongitude() - world.plane().longitude(state.place().eastMetres()))
                        * metresPerDegree
                        * Math.cos(Math.toRadians(48.2082));
        return Math.hypot(north, east);
    }
}
