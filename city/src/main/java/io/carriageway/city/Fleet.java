package io.carriageway.city;

import io.carriageway.city.world.Place;
import io.carriageway.city.world.SeededRandom;
import io.carriageway.city.world.SmoothNoise;
import io.carriageway.city.world.Vehicle;
import io.carriageway.city.world.VehicleKind;
import io.carriageway.city.world.VehicleState;
import io.carriageway.event.VehicleClass;
import io.carriageway.event.VehicleTelemetry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The devices in the vehicles. A device reports during tours of 8 to 20 minutes and is silent for at least 6 minutes
 * between them. The vehicle goes on driving, as the city has no garages, but its journey has ended. A position has a
 * slowly drifting error of up to 2 m, as with satellites; speed and heading are exact.
 */
final class Fleet {
    private static final long TOUR = 603_001;
    private static final long LINE = 603_002;
    private static final long BESIDE = 603_003;
    private static final long PAPERS = 603_004;
    private static final double SHORTEST_TOUR_SECONDS = 480;
    private static final double LONGEST_TOUR_SECONDS = 1200;
    private static final double SILENCE_SECONDS = 370;
    private static final double CYCLE_SECONDS = LONGEST_TOUR_SECONDS + SILENCE_SECONDS;
    private static final double BESIDE_METRES = 1.35;
    private static final double BESIDE_KNOT_SECONDS = 120;
    private static final double REST_KMH = 1;

    private final World world;
    private final List<Vehicle> vehicles;
    private final EmissionSchedule schedule;
    private final NetworkDelay delay;

    Fleet(World world) {
        this.world = world;
        this.vehicles = world.traffic().vehicles();
        this.schedule = new EmissionSchedule(vehicles.size(), world.options().telemetryInterval());
        this.delay = new NetworkDelay(world.options().seed(), LINE, 80, 3000);
    }

    EmissionSchedule schedule() {
        return schedule;
    }

    Optional<CityEvent<VehicleTelemetry>> report(long index) {
        int number = schedule.source(index);
        Instant recordedAt = world.instant(schedule.time(index));
        double seconds = world.seconds(recordedAt);
        if (!onTour(number, seconds)) {
            return Optional.empty();
        }
        return Optional.of(new CityEvent<>(
                measured(number, recordedAt, seconds), recordedAt.toEpochMilli() + delay.delayMillis(index)));
    }

    /** Each vehicle has cycles of its own, and in every cycle a tour that leaves the silence at the cycle's end. */
    private boolean onTour(int number, double seconds) {
        double own = seconds + dice(TOUR, number).uniform(0, CYCLE_SECONDS);
        long cycle = (long) StrictMath.floor(own / CYCLE_SECONDS);
        SeededRandom random = dice(TOUR, number, cycle);
        double tour = random.uniform(SHORTEST_TOUR_SECONDS, LONGEST_TOUR_SECONDS);
        double start = random.uniform(0, LONGEST_TOUR_SECONDS - tour);
        double inCycle = own - cycle * CYCLE_SECONDS;
        return inCycle >= start && inCycle < start + tour;
    }

    private VehicleTelemetry measured(int number, Instant recordedAt, double seconds) {
        Vehicle vehicle = vehicles.get(number);
        VehicleState state = vehicle.at(seconds);
        Place place = state.place();
        double north = place.northMetres() + beside(number, 0, seconds);
        double east = place.eastMetres() + beside(number, 1, seconds);
        double kmh = Reading.of(state.speedMetresPerSecond() * 3.6, 10);
        SeededRandom papers = dice(PAPERS, number);
        boolean motor = vehicle.kind() != VehicleKind.BICYCLE;
        return VehicleTelemetry.newBuilder()
                .setVehicleId(vehicle.id())
                .setRecordedAt(recordedAt)
                .setLatitude(Reading.of(world.plane().latitude(north), 1e7))
                .setLongitude(Reading.of(world.plane().longitude(east), 1e7))
                .setSpeedKmh(kmh)
                .setHeadingDeg(kmh < REST_KMH ? null : Reading.of(place.headingDegrees(), 10) % 360)
                .setVehicleClass(VehicleClass.valueOf(vehicle.kind().name()))
                .setFuelType(motor ? fuel(papers) : null)
                .setModelYear(motor ? 2008 + papers.below(18) : null)
                .build();
    }

    private static String fuel(SeededRandom papers) {
        double share = papers.uniform();
        return share < 0.4 ? "petrol" : share < 0.75 ? "diesel" : share < 0.9 ? "electric" : "hybrid";
    }

    private double beside(int number, int axis, double seconds) {
        SmoothNoise noise =
                new SmoothNoise(world.options().seed(), BESIDE + 10L * (2L * number + axis), BESIDE_KNOT_SECONDS);
        return BESIDE_METRES * (2 * noise.at(seconds) - 1);
    }

    private SeededRandom dice(long... salts) {
        return SeededRandom.of(world.options().seed(), salts);
    }
}
