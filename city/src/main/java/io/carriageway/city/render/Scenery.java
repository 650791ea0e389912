package io.carriageway.city.render;

import io.carriageway.city.render.Mesh.Box;
import io.carriageway.city.render.Mesh.Side;
import io.carriageway.city.world.Place;
import io.carriageway.city.world.SeededRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * The objects beside a street: houses, trees, poles. A detector must learn to ignore them; none hides much of the road.
 */
public final class Scenery {
    /** An object and its place. */
    public record Item(Mesh mesh, Place place) {}

    private Scenery() {}

    /**
     * The objects along a street; equal seeds give equal objects.
     *
     * @param foot the street's centre line under the camera, in its direction
     * @param mastRight position of the mast, metres right of that line: no tree grows on its side
     */
    public static List<Item> along(Place foot, Pavement pavement, double mastRight, SeededRandom random) {
        List<Item> items = new ArrayList<>();
        for (int side = -1; side <= 1; side += 2) {
            double kerb = side > 0 ? pavement.kerbRight() : pavement.kerbLeft();
            houses(items, foot, side, kerb, random);
            boolean mastSide = mastRight * side > 0;
            int extras = random.below(5);
            for (int i = 0; i < extras; i++) {
                Place spot = foot.offset(random.uniform(10, 55), side * (kerb + random.uniform(0.5, 2.6)));
                if (!mastSide && random.chance(0.5)) {
                    items.add(new Item(tree(random), spot.offset(0, side * 1.2).turned(random.uniform(0, 6))));
                } else {
                    items.add(new Item(furniture(random), spot.turned(random.uniform(-0.2, 0.2))));
                }
            }
        }
        return items;
    }

    private static void houses(List<Item> items, Place foot, int side, double kerb, SeededRandom random) {
        double along = random.uniform(-5, 10);
        while (along < 75) {
            double length = random.uniform(8, 22);
            double depth = random.uniform(6, 10);
            if (random.chance(0.75)) {
                double across = kerb + 3 + random.uniform(0.5, 6) + depth / 2;
                Mesh house = house(length, depth, side, random);
                items.add(new Item(house, foot.offset(along + length / 2, side * across)));
            }
            along += length + random.uniform(0, 9);
        }
    }

    private static Mesh house(double length, double depth, int side, SeededRandom random) {
        int wall = Colours.jittered(0xA0968C, 28, random);
        double height = random.uniform(4, 18);
        Box box = new Box(-length / 2, length / 2, -depth / 2, depth / 2, 0, height);
        Mesh house = new Mesh().box(box, wall);
        int columns = 2 + random.below(5);
        int window = random.chance(0.7) ? Colours.scaled(wall, 0.55) : 0x8CA0AA;
        double rows = Math.rint(height / 3.2);
        for (double column = 0; column < columns; column++) {
            for (double row = 0; row < rows; row++) {
                house.paint(
                        box,
                        side > 0 ? Side.LEFT : Side.RIGHT,
                        (column + 0.25) / columns,
                        (column + 0.7) / columns,
                        (row + 0.3) / rows,
                        (row + 0.75) / rows,
                        window);
            }
        }
        return house;
    }

    private static Mesh tree(SeededRandom random) {
        double crown = random.uniform(1.6, 3);
        int leaves = Colours.jittered(0x3C6E32, 16, random);
        double half = crown / 2;
        return new Mesh()
                .box(new Box(-0.14, 0.14, -0.14, 0.14, 0, 2), 0x50402A)
                .box(new Box(-half, half, -half, half, 1.9, 1.9 + crown * 0.6, -0.3, -0.3, -0.3), leaves)
                .box(
                        new Box(
                                -half - 0.3,
                                half + 0.3,
                                -half - 0.3,
                                half + 0.3,
                                1.9 + crown * 0.6,
                                1.9 + crown * 1.3,
                                0.9,
                                0.9,
                                0.9),
                        Colours.scaled(leaves, 1.12));
    }

    private static Mesh furniture(SeededRandom random) {
        double kind = random.uniform();
        if (kind < 0.4) {
            return new Mesh().box(new Box(-0.08, 0.08, -0.08, 0.08, 0, random.uniform(4, 7)), 0x5A5A5A);
        }
        if (kind < 0.7) {
            int board = Colours.bus(random);
            return new Mesh()
                    .box(new Box(-0.04, 0.04, -0.04, 0.04, 0, 2.2), 0x787878)
                    .box(new Box(-0.05, 0.05, -0.35, 0.35, 2.2, 2.9), board);
        }
        return new Mesh().box(new Box(-0.4, 0.4, -0.3, 0.3, 0, random.uniform(0.8, 1.3)), Colours.cargo(random));
    }
}
