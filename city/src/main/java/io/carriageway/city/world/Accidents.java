package io.carriageway.city.world;

import io.carriageway.event.AccidentKind;
import io.carriageway.event.AccidentSeverity;
import java.util.ArrayList;
import java.util.List;

/**
 * The accidents of the city, numbered by time: one in every interval, the first within the first half hour, each for 8
 * to 30 minutes. Lanes take turns in a random order, so that no lane has two at once. Cycle lanes have none.
 */
public final class Accidents {
    public static final double LONGEST_SECONDS = 1800;
    private static final double SHORTEST_SECONDS = 480;
    /** Least time for which a lane is open between two accidents. */
    private static final double PAUSE_SECONDS = 300;

    private static final long ACCIDENT = 601_001;
    private static final long TURNS = 601_002;

    private final long seed;
    private final double intervalSeconds;
    private final RoadNetwork roads;
    private final List<int[]> turns;

    public Accidents(long seed, double intervalSeconds, RoadNetwork roads) {
        this.seed = seed;
        this.intervalSeconds = intervalSeconds;
        this.roads = roads;
        this.turns = turns(seed, roads);
        if ((turns.size() - 1) * intervalSeconds < LONGEST_SECONDS + PAUSE_SECONDS) {
            throw new IllegalArgumentException(
                    "an accident every %.0f s is too much for %d lanes: make the interval longer"
                            .formatted(intervalSeconds, turns.size()));
        }
    }

    /** Block and lane of the accidents in turn. */
    private static List<int[]> turns(long seed, RoadNetwork roads) {
        List<int[]> left = new ArrayList<>();
        for (int block = 0; block < roads.blocks(); block++) {
            for (int lane = 0; lane < roads.lanes(block); lane++) {
                left.add(new int[] {block, lane});
            }
        }
        List<int[]> turns = new ArrayList<>();
        SeededRandom random = SeededRandom.of(seed, TURNS);
        while (!left.isEmpty()) {
            turns.add(left.remove(random.below(left.size())));
        }
        return turns;
    }

    /** The accident of that number, from 0. */
    public Accident accident(long number) {
        SeededRandom random = SeededRandom.of(seed, ACCIDENT, number);
        int[] turn = turns.get((int) (number % turns.size()));
        double within = number == 0 ? Math.min(intervalSeconds, LONGEST_SECONDS) : intervalSeconds;
        double occurred = StrictMath.floor(number * intervalSeconds + random.uniform(0, within));
        double resolved = occurred + StrictMath.floor(random.uniform(SHORTEST_SECONDS, LONGEST_SECONDS));
        int side = random.below(4);
        Circuit circuit = roads.lane(turn[0], turn[1]);
        Place place = circuit.place((side + random.uniform(0.2, 0.8)) * circuit.quarterMetres(), 0);
        AccidentKind kind = kind(random.uniform());
        AccidentSeverity severity = severity(random.uniform());
        int vehicles = kind == AccidentKind.COLLISION ? 2 + random.below(3) : 1;
        int casualties = severity == AccidentSeverity.UNKNOWN ? 0 : 1 + random.below(vehicles);
        return new Accident(
                number,
                turn[0],
                turn[1],
                side,
                place,
                occurred,
                resolved,
                kind,
                severity,
                vehicles,
                casualties,
                Math.min(casualties, random.chance(0.2) ? 1 : 0),
                random.chance(0.15) ? 1 : 0);
    }

    /** The accidents that close part of that lane in that time. */
    List<Accident> in(int block, int lane, double fromSeconds, double toSeconds) {
        List<Accident> found = new ArrayList<>();
        for (long number = numberAt(fromSeconds - LONGEST_SECONDS - PAUSE_SECONDS);
                number * intervalSeconds < toSeconds;
                number++) {
            int[] turn = turns.get((int) (number % turns.size()));
            if (turn[0] == block && turn[1] == lane) {
                found.add(accident(number));
            }
        }
        return found;
    }

    /** The number of the accident of that second's interval. */
    public long numberAt(double seconds) {
        return Math.max(0, (long) StrictMath.floor(seconds / intervalSeconds));
    }

    private static AccidentKind kind(double share) {
        return share < 0.75
                ? AccidentKind.COLLISION
                : share < 0.85
                        ? AccidentKind.MEDICAL
                        : share < 0.9 ? AccidentKind.FIRE : share < 0.95 ? AccidentKind.POLICE : AccidentKind.OTHER;
    }

    private static AccidentSeverity severity(double share) {
        return share < 0.7
                ? AccidentSeverity.SLIGHT
                : share < 0.92
                        ? AccidentSeverity.SERIOUS
                        : share < 0.95 ? AccidentSeverity.FATAL : AccidentSeverity.UNKNOWN;
    }
}
