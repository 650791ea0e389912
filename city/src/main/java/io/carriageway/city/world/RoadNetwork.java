package io.carriageway.city.world;

import java.util.ArrayList;
import java.util.List;

/**
 * A grid of square blocks with two-way streets between them, driven on the right. Traffic turns right at every corner,
 * so it circles its block, and no two streams ever cross.
 */
public final class RoadNetwork {
    public static final double BLOCK_PITCH_METRES = 150;
    public static final double CORNER_METRES = 16;
    public static final double LANE_METRES = 3.4;
    public static final double CYCLE_LANE_METRES = 1.8;
    private static final int COMFORTABLE_VEHICLES_PER_BLOCK = 45;
    private static final long LANES = 101;
    private static final String[] STREET_NAMES = {
        "Mill", "Station", "Harbour", "Church", "Market", "Garden", "Bridge", "Castle", "College", "Abbey", "Canal",
        "Tower"
    };

    private final long seed;
    private final int side;
    private final LocalProjection projection;

    private RoadNetwork(long seed, int side, LocalProjection projection) {
        this.seed = seed;
        this.side = side;
        this.projection = projection;
    }

    /** The smallest grid for these numbers of cameras, each on a street of its own, and of vehicles. */
    public static RoadNetwork of(long seed, int cameras, int vehicles, LocalProjection projection) {
        int side = 2;
        while (2 * side * (side - 1) < cameras || side * side * COMFORTABLE_VEHICLES_PER_BLOCK < vehicles) {
            side++;
        }
        return new RoadNetwork(seed, side, projection);
    }

    public int blocks() {
        return side * side;
    }

    public LocalProjection plane() {
        return projection;
    }

    public int lanes(int block) {
        return SeededRandom.of(seed, LANES, block).chance(0.8) ? 2 : 1;
    }

    public double halfWidthMetres(int block) {
        return lanes(block) * LANE_METRES + CYCLE_LANE_METRES;
    }

    /**
     * The line of a lane: those for motor traffic count from the middle of the street, and then comes the cycle lane.
     */
    Circuit lane(int block, int lane) {
        double width = lane == lanes(block) ? CYCLE_LANE_METRES : LANE_METRES;
        return circuit(block, lane * LANE_METRES + width / 2);
    }

    /** The middle of all lanes around a block. */
    public Circuit middle(int block) {
        return circuit(block, halfWidthMetres(block) / 2);
    }

    private Circuit circuit(int block, double insetMetres) {
        return new Circuit(centreEast(block), centreNorth(block), insetMetres);
    }

    double centreEast(int block) {
        return (block % side - (side - 1) / 2.0) * BLOCK_PITCH_METRES;
    }

    double centreNorth(int block) {
        return (Math.floorDiv(block, side) - (side - 1) / 2.0) * BLOCK_PITCH_METRES;
    }

    /** The two-way streets, each by one of its directions: these have a block on either side. */
    public List<Street> streets() {
        List<Street> streets = new ArrayList<>();
        for (int block = 0; block < blocks(); block++) {
            if (block % side < side - 1) {
                streets.add(new Street(segment(block, 1), segment(block + 1, 3)));
            }
            if (block / side < side - 1) {
                streets.add(new Street(segment(block, 0), segment(block + side, 2)));
            }
        }
        return streets;
    }

    public List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        for (int block = 0; block < blocks(); block++) {
            for (int blockSide = 0; blockSide < 4; blockSide++) {
                segments.add(segment(block, blockSide));
            }
        }
        return segments;
    }

    /** The street along one side of a block, in its direction of travel: 0 north, 1 east, 2 south, 3 west. */
    private Segment segment(int block, int blockSide) {
        Place centre = new Place(centreEast(block), centreNorth(block), (blockSide + 1) * StrictMath.PI / 2);
        Place start = centre.offset(-BLOCK_PITCH_METRES / 2, -BLOCK_PITCH_METRES / 2);
        Place end = start.offset(BLOCK_PITCH_METRES, 0);
        return new Segment(
                segmentId(block, blockSide),
                streetName(block, blockSide),
                block,
                blockSide,
                lanes(block),
                start,
                BLOCK_PITCH_METRES,
                projection.latitude(start.northMetres()),
                projection.longitude(start.eastMetres()),
                projection.latitude(end.northMetres()),
                projection.longitude(end.eastMetres()));
    }

    static String segmentId(int block, int blockSide) {
        return "seg-%03d-%d".formatted(block, blockSide);
    }

    /** A street runs straight through the city, so both directions of all its blocks have its name. */
    private String streetName(int block, int blockSide) {
        int line = blockSide % 2 == 0
                ? Math.floorDiv(block, side) + (blockSide == 0 ? 1 : 0)
                : side + 1 + block % side + (blockSide == 1 ? 1 : 0);
        int again = line / STREET_NAMES.length;
        return STREET_NAMES[line % STREET_NAMES.length] + " Street" + (again == 0 ? "" : " " + (again + 1));
    }

    /** A two-way street: the direction with the block on its right, and the opposite one. */
    public record Street(Segment there, Segment back) {
        public Street reversed() {
            return new Street(back, there);
        }
    }
}
