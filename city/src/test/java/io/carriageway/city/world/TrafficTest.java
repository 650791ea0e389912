package io.carriageway.city.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrafficTest {
    private static final Instant FIRST = Instant.parse("2026-03-02T07:00:00Z");
    private static final double STEP_SECONDS = 1e-3;
    private final LocalProjection projection = new LocalProjection(48.2082, 16.3738);
    private final RoadNetwork roads = RoadNetwork.of(1, 8, 400, projection);
    private final Sky sky = new Sky(1, projection, FIRST);
    private final Accidents accidents = new Accidents(1, 1200, roads);
    private final Traffic traffic = new Traffic(1, roads, sky, accidents, 400);

    @Test
    void thereAreExactlyAsManyVehiclesAsAskedForEachWithItsOwnId() {
        assertThat(traffic.vehicles()).hasSize(400);
        assertThat(traffic.vehicles()).extracting(Vehicle::id).doesNotHaveDuplicates();
    }

    @Test
    void speedIsDisplacementOverTimeAndHeadingItsDirection() {
        for (Vehicle vehicle : traffic.vehicles()) {
            for (double seconds = 0; seconds < 300; seconds += 7.3) {
                VehicleState before = vehicle.at(seconds - STEP_SECONDS);
                VehicleState now = vehicle.at(seconds);
                VehicleState after = vehicle.at(seconds + STEP_SECONDS);
                double east = after.place().eastMetres() - before.place().eastMetres();
                double north = after.place().northMetres() - before.place().northMetres();
                assertThat(Math.hypot(east, north) / (2 * STEP_SECONDS))
                        .isCloseTo(now.speedMetresPerSecond(), within(0.2));
                double heading = now.place().headingRadians();
                double alongHeading = east * Math.sin(heading) + north * Math.cos(heading);
                assertThat(alongHeading / Math.hypot(east, north)).isGreaterThan(0.999);
            }
        }
    }

    @Test
    void speedAndHeadingAreTheChangeOfPlaceAtAnyInstantAlsoInRainInAJamAndAtTheFullHour() {
        Random random = new Random(7);
        Accident jam = accidents.accident(3);
        for (int i = 0; i < 20_000; i++) {
            Vehicle vehicle = traffic.vehicles().get(random.nextInt(400));
            double seconds =
                    switch (i % 4) {
                        case 0 -> random.nextDouble(1e7);
                        case 1 -> random.nextDouble(8000);
                        case 2 -> jam.occurredSeconds() + random.nextDouble(60);
                        default -> 3600 * random.nextInt(100) + random.nextDouble(-6, 6);
                    };
            if (i % 4 == 2) {
                vehicle = vehiclesOf(jam).get(i % vehiclesOf(jam).size());
            }
            VehicleState now = vehicle.at(seconds);
            Place before = vehicle.at(seconds - STEP_SECONDS).place();
            Place after = vehicle.at(seconds + STEP_SECONDS).place();
            double speed = now.speedMetresPerSecond();
            double heading = now.place().headingRadians();
            assertThat((after.eastMetres() - before.eastMetres()) / (2 * STEP_SECONDS))
                    .as("%s at %s", vehicle.id(), seconds)
                    .isCloseTo(speed * Math.sin(heading), within(0.01));
            assertThat((after.northMetres() - before.northMetres()) / (2 * STEP_SECONDS))
                    .as("%s at %s", vehicle.id(), seconds)
                    .isCloseTo(speed * Math.cos(heading), within(0.01));
        }
    }

    @Test
    void theWayDrivenIsTheIntegralOfSpeed() {
        Vehicle vehicle = traffic.vehicles().get(17);
        double loopMetres = vehicle.loop().circuit().lengthMetres();
        for (double start : new double[] {60, 3550, 7777, 1e6}) {
            double metres = 0;
            for (double seconds = start + 0.005; seconds < start + 120; seconds += 0.01) {
                VehicleState state = vehicle.at(seconds);
                double stretch = vehicle.loop().circuit().stretch(state.drivenMetres(), vehicle.leftMetres());
                metres += 0.01 * state.speedMetresPerSecond() / stretch;
            }
            double driven =
                    vehicle.at(start + 120).drivenMetres() - vehicle.at(start).drivenMetres();
            assertThat(Math.IEEEremainder(driven - metres, loopMetres)).isCloseTo(0, within(0.01));
        }
    }

    @Test
    void aLaneThatIsClosedByAnAccidentCrawlsAndTheOthersGoOn() {
        int free = 0;
        for (long number = 0; number < 20; number++) {
            Accident accident = accidents.accident(number);
            double during = (accident.occurredSeconds() + accident.resolvedSeconds()) / 2;
            for (Vehicle vehicle : traffic.around(accident.block())) {
                double share = vehicle.at(during).speedMetresPerSecond()
                        / vehicle.loop().meanSpeed();
                if (vehicle.loop().lane() == accident.lane()) {
                    assertThat(share).isBetween(0.005, 0.05);
                    assertThat(vehicle.at(accident.occurredSeconds()).speedMetresPerSecond()
                                    / vehicle.loop().meanSpeed())
                            .isGreaterThan(0.25);
                    assertThat(vehicle.at(accident.resolvedSeconds() + 30).speedMetresPerSecond()
                                    / vehicle.loop().meanSpeed())
                            .isGreaterThan(0.25);
                } else if (accidents
                        .in(accident.block(), vehicle.loop().lane(), during, during)
                        .isEmpty()) {
                    assertThat(share).isGreaterThan(0.25);
                    free++;
                }
            }
        }
        assertThat(free).isGreaterThan(100);
    }

    @Test
    void rainSlowsTheWholeCity() {
        double drySpeed = 0;
        double wetSpeed = 0;
        int dry = 0;
        int wet = 0;
        for (double seconds = 0; seconds < 200_000; seconds += 600) {
            double now = seconds;
            double mean = traffic.vehicles().stream()
                    .mapToDouble(v -> v.at(now).speedMetresPerSecond())
                    .average()
                    .orElseThrow();
            if (sky.at(seconds).rain() > 0.5) {
                wetSpeed += mean;
                wet++;
            } else if (sky.slowdown(seconds) == 0) {
                drySpeed += mean;
                dry++;
            }
        }
        assertThat(wet).isGreaterThan(10);
        assertThat(wetSpeed / wet).isBetween(0.65 * drySpeed / dry, 0.9 * drySpeed / dry);
    }

    @Test
    void anHourOfALaneIsTheSameWhateverWasAskedBefore() {
        Traffic other = new Traffic(1, roads, sky, accidents, 400);
        Vehicle vehicle = traffic.vehicles().get(5);
        double early = vehicle.at(4000).drivenMetres();
        var unused = vehicle.at(123_456);

        assertThat(vehicle.at(4000).drivenMetres())
                .isEqualTo(early)
                .isEqualTo(other.vehicles().get(5).at(4000).drivenMetres());
    }

    @Test
    void everyClassDrivesAtASaneSpeed() {
        for (Vehicle vehicle : traffic.vehicles()) {
            for (double seconds = 0; seconds < 600; seconds += 11) {
                double kilometresPerHour = vehicle.at(seconds).speedMetresPerSecond() * 3.6;
                boolean jam = vehicle.loop().clockRate(seconds) < 0.5;
                if (vehicle.kind() == VehicleKind.BICYCLE) {
                    assertThat(kilometresPerHour).isBetween(7.0, 25.0);
                } else {
                    assertThat(kilometresPerHour).isBetween(jam ? 0.1 : 9.0, 65.0);
                }
            }
        }
    }

    @Test
    void noTwoVehiclesOfALaneEverTouch() {
        for (double seconds = 0; seconds < 100_000; seconds += 977) {
            for (List<VehicleState> lane : lanes(seconds)) {
                double loopMetres = lane.get(0).vehicle().loop().circuit().lengthMetres();
                for (int i = 0; i < lane.size(); i++) {
                    VehicleState behind = lane.get(i);
                    VehicleState ahead = lane.get((i + 1) % lane.size());
                    double gap = Math.floorMod(
                                    Math.round((ahead.drivenMetres() - behind.drivenMetres()) * 1000),
                                    Math.round(loopMetres * 1000))
                            / 1000.0;
                    double lengths =
                            (behind.vehicle().lengthMetres() + ahead.vehicle().lengthMetres()) / 2;
                    if (lane.size() > 1) {
                        assertThat(gap - lengths).isGreaterThan(1.5);
                    }
                }
            }
        }
    }

    @Test
    void everySeedHasRoomForItsVehicles() {
        for (long seed = 0; seed < 300; seed++) {
            RoadNetwork network = RoadNetwork.of(seed, 8, 400, projection);
            Accidents none = new Accidents(seed, 1e9, network);
            assertThat(new Traffic(seed, network, sky, none, 400).vehicles()).hasSize(400);
        }
    }

    @Test
    void vehiclesKeepToTheStreets() {
        for (Vehicle vehicle : traffic.vehicles()) {
            Place place = vehicle.at(1234).place();
            assertThat(metresFromNearestStreet(place)).isLessThan(RoadNetwork.CORNER_METRES);
        }
    }

    @Test
    void segmentsStandWhereTheirDegreesSay() {
        for (Segment segment : roads.segments()) {
            double degreesNorth = segment.endLatitude() - segment.startLatitude();
            double degreesEast = segment.endLongitude() - segment.startLongitude();
            double metres = Math.hypot(
                    degreesNorth * 111_195,
                    degreesEast * 111_195 * Math.cos(Math.toRadians(projection.centreLatitude())));
            assertThat(metres).isCloseTo(segment.lengthMetres(), within(0.1));
        }
    }

    private List<Vehicle> vehiclesOf(Accident accident) {
        return traffic.around(accident.block()).stream()
                .filter(vehicle -> vehicle.loop().lane() == accident.lane())
                .toList();
    }

    private double metresFromNearestStreet(Place place) {
        return roads.segments().stream()
                .mapToDouble(segment -> {
                    double east = place.eastMetres() - segment.start().eastMetres();
                    double north = place.northMetres() - segment.start().northMetres();
                    double heading = segment.start().headingRadians();
                    double along = east * Math.sin(heading) + north * Math.cos(heading);
                    double across = east * Math.cos(heading) - north * Math.sin(heading);
                    double beyond = Math.max(0, Math.max(-along, along - segment.lengthMetres()));
                    return Math.hypot(across, beyond);
                })
                .min()
                .orElseThrow();
    }

    /** The vehicles of each lane in the order in which they were placed, which is the order in which they drive. */
    private List<List<VehicleState>> lanes(double seconds) {
        Map<LaneLoop, List<VehicleState>> lanes = new HashMap<>();
        for (Vehicle vehicle : traffic.vehicles()) {
            lanes.computeIfAbsent(vehicle.loop(), loop -> new ArrayList<>()).add(vehicle.at(seconds));
        }
        return List.copyOf(lanes.values());
    }
}
