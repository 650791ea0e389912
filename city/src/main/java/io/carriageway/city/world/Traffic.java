package io.carriageway.city.world;

import java.util.ArrayList;
import java.util.List;

/**
 * All vehicles of the city, distributed over its lanes with safe gaps. In a lane the order never changes, and vehicles
 * never touch.
 */
public final class Traffic {
    private static final long LOOP = 201;
    private static final long SHARE = 202;
    private static final long VEHICLE = 203;
    private static final long GAPS = 204;
    private static final double CYCLE_SHARE = 0.2;
    private static final double STANDSTILL_GAP_METRES = 3;
    private static final double LONGEST_SWAY_SECONDS = 0.2;
    /**
     * Least number of seconds between two vehicles of a lane; further vehicles become bicycles, whose lanes never fill
     * up.
     */
    private static final double MOTOR_HEADWAY_SECONDS = 2.3;

    private final long seed;
    private final RoadNetwork roads;
    private final Sky sky;
    private final Accidents accidents;
    private final List<LaneLoop> loops = new ArrayList<>();
    private final List<Vehicle> vehicles = new ArrayList<>();
    private final List<List<Vehicle>> byBlock = new ArrayList<>();

    public Traffic(long seed, RoadNetwork roads, Sky sky, Accidents accidents, int vehicleCount) {
        this.seed = seed;
        this.roads = roads;
        this.sky = sky;
        this.accidents = accidents;
        for (int block = 0; block < roads.blocks(); block++) {
            byBlock.add(new ArrayList<>());
            for (int lane = 0; lane <= roads.lanes(block); lane++) {
                loops.add(loop(block, lane));
            }
        }
        int[] counts = shares(vehicleCount);
        for (int i = 0; i < counts.length; i++) {
            populate(loops.get(i), counts[i], isCycleLane(loops.get(i)));
        }
    }

    public List<Vehicle> vehicles() {
        return List.copyOf(vehicles);
    }

    public List<Vehicle> around(int block) {
        return byBlock.get(block);
    }

    /** Speed of motor traffic on a segment in its fastest minutes without delays. */
    public double freeFlowMetresPerSecond(Segment segment) {
        return loops.stream()
                .filter(loop -> loop.block() == segment.block() && !isCycleLane(loop))
                .mapToDouble(LaneLoop::freeFlowSpeed)
                .max()
                .orElseThrow();
    }

    private boolean isCycleLane(LaneLoop loop) {
        return loop.lane() == roads.lanes(loop.block());
    }

    private LaneLoop loop(int block, int lane) {
        SeededRandom random = SeededRandom.of(seed, LOOP, block, lane);
        boolean cycles = lane == roads.lanes(block);
        Circuit circuit = roads.lane(block, lane);
        double meanSpeed = cycles ? random.uniform(3.8, 4.4) : random.uniform(7.5, 9.5);
        return new LaneLoop(
                block,
                lane,
                circuit,
                meanSpeed,
                cycles ? 0.15 : random.uniform(0.25, 0.35),
                cycles ? 0.08 : random.uniform(0.1, 0.22),
                random.uniform(70, 140),
                random.uniform(0, 2 * StrictMath.PI),
                new LaneFlow(sky, accidents, block, lane, circuit.lengthMetres() / meanSpeed));
    }

    /** Number of vehicles of each lane: some streets are busy and some are quiet, and the sum is exact. */
    private int[] shares(int vehicleCount) {
        double[] weights = new double[loops.size()];
        double motorWeight = 0;
        double cycleWeight = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = SeededRandom.of(seed, SHARE, i).uniform(0.6, 1.4);
            if (isCycleLane(loops.get(i))) {
                cycleWeight += weights[i];
            } else {
                motorWeight += weights[i];
            }
        }
        int[] counts = new int[weights.length];
        double owed = 0.5;
        for (int i = 0; i < weights.length; i++) {
            boolean cycles = isCycleLane(loops.get(i));
            owed += vehicleCount * weights[i] * (cycles ? CYCLE_SHARE / cycleWeight : (1 - CYCLE_SHARE) / motorWeight);
            int room = cycles ? Integer.MAX_VALUE : (int) (loops.get(i).roundSeconds() / MOTOR_HEADWAY_SECONDS);
            counts[i] = Math.min(room, (int) owed);
            owed -= counts[i];
        }
        return counts;
    }

    private void populate(LaneLoop loop, int count, boolean cycleLane) {
        List<Vehicle> queue = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            queue.add(vehicle(loop, vehicles.size() + i, cycleLane));
        }
        double[] gaps = gapsSeconds(loop, queue);
        double offset = SeededRandom.of(seed, GAPS, loop.block(), loop.lane()).uniform(0, loop.roundSeconds());
        for (int i = 0; i < count; i++) {
            Vehicle placed = queue.get(i).startingAt(offset);
            vehicles.add(placed);
            byBlock.get(loop.block()).add(placed);
            offset += gaps[i];
        }
    }

    /**
     * Seconds from each vehicle to the one ahead: the safe gap at the lane's slowest speed plus a random share of the
     * rest, which makes platoons and empty stretches.
     */
    private double[] gapsSeconds(LaneLoop loop, List<Vehicle> queue) {
        int count = queue.size();
        double[] gaps = new double[count];
        double[] wishes = new double[count];
        double spare = loop.roundSeconds();
        double wished = 0;
        for (int i = 0; i < count; i++) {
            Vehicle ahead = queue.get((i + 1) % count);
            double metres = (queue.get(i).lengthMetres() + ahead.lengthMetres()) / 2 + STANDSTILL_GAP_METRES;
            gaps[i] = metres / loop.slowestSpeed() + 2 * LONGEST_SWAY_SECONDS;
            spare -= gaps[i];
            double uniform =
                    SeededRandom.of(seed, GAPS, loop.block(), loop.lane(), i).uniform();
            wishes[i] = uniform * uniform + 0.02;
            wished += wishes[i];
        }
        if (spare < 0) {
            throw new IllegalArgumentException(
                    count + " vehicles do not fit in lane " + loop.lane() + " around block " + loop.block());
        }
        for (int i = 0; i < count; i++) {
            gaps[i] += spare * wishes[i] / wished;
        }
        return gaps;
    }

    private Vehicle vehicle(LaneLoop loop, int number, boolean cycleLane) {
        SeededRandom random = SeededRandom.of(seed, VEHICLE, number);
        VehicleKind kind = cycleLane ? VehicleKind.BICYCLE : VehicleKind.motorised(random);
        return new Vehicle(
                "veh-%05d".formatted(number),
                kind,
                kind.lengthMetres(random),
                kind.widthMetres(random),
                loop,
                0,
                random.uniform(0, LONGEST_SWAY_SECONDS),
                loop.roundSeconds() / StrictMath.rint(loop.roundSeconds() / random.uniform(30, 70)),
                random.uniform(0, 2 * StrictMath.PI),
                random.uniform(-1, 1)
                        * (kind == VehicleKind.MOTORCYCLE ? 0.8 : kind == VehicleKind.BICYCLE ? 0.3 : 0.25),
                random.roll());
    }
}
