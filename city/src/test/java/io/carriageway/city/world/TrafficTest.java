package io.carriageway.city.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrafficTest {
    private static final double STEP_SECONDS = 1e-3;
    private final Plane plane = new Plane(48.2082, 16.3738);
    private final RoadNetwork roads = RoadNetwork.of(1, 8, 400, plane);
    private final Traffic traffic = new Traffic(1, roads, 400);

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
    void theWayDrivenIsTheIntegralOfSpeed() {
        Vehicle vehicle = traffic.vehicles().get(17);
        double metres = 0;
        for (double seconds = 0.05; seconds < 120; seconds += 0.1) {
            VehicleState state = vehicle.at(seconds);
            metres += 0.1
                    * state.speedMetresPerSecond()
                    / vehicle.loop().stretch(state.drivenMetres(), vehicle.leftMetres());
        }
        assertThat(vehicle.at(120).drivenMetres() - vehicle.at(0).drivenMetres())
                .isCloseTo(metres, within(0.01 * metres));
    }

    @Test
    void everyClassDrivesAtASaneSpeed() {
        for (Vehicle vehicle : traffic.vehicles()) {
            for (double seconds = 0; seconds < 600; seconds += 11) {
                double kilometresPerHour = vehicle.at(seconds).speedMetresPerSecond() * 3.6;
                if (vehicle.kind() == VehicleKind.BICYCLE) {
                    assertThat(kilometresPerHour).isBetween(8.0, 25.0);
                } else {
                    assertThat(kilometresPerHour).isBetween(10.0, 65.0);
                }
            }
        }
    }

    @Test
    void noTwoVehiclesOfALaneEverTouch() {
        for (double seconds = 0; seconds < 100_000; seconds += 977) {
            for (List<VehicleState> lane : lanes(seconds)) {
                double loopMetres = lane.get(0).vehicle().loop().lengthMetres();
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
            RoadNetwork network = RoadNetwork.of(seed, 8, 400, plane);
            assertThat(new Traffic(seed, network, 400).vehicles()).hasSize(400);
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
                    degreesNorth * 111_195, degreesEast * 111_195 * Math.cos(Math.toRadians(plane.centreLatitude())));
            assertThat(metres).isCloseTo(segment.lengthMetres(), within(0.1));
        }
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
