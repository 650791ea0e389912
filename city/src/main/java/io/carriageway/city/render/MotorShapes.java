package io.carriageway.city.render;

import io.carriageway.city.render.Mesh.Box;
import io.carriageway.city.render.Mesh.Side;
import io.carriageway.city.world.SeededRandom;

/**
 * The shapes of cars, buses and trucks, made of tapered boxes, windows, wheels and lamps. Body, colour and height are
 * random; length and width are the vehicle's own.
 */
final class MotorShapes {
    private static final Side[] FLANKS = {Side.LEFT, Side.RIGHT};

    private MotorShapes() {}

    static Mesh car(double length, double width, SeededRandom random) {
        Mesh mesh = new Mesh();
        double half = length / 2;
        double height = random.uniform(1.4, 1.75);
        double belt = height * random.uniform(0.5, 0.58);
        int paint = Colours.car(random);
        Box body = new Box(-half, half, -width / 2, width / 2, 0.18, belt, 0.05, 0.08, 0.03);
        mesh.box(body, paint);
        int style = random.below(3); // estate, saloon, hatchback
        double cabinRear = -half + (style == 0 ? 0.05 : style == 1 ? 0.55 : 0.25);
        double cabinFront = half - random.uniform(0.9, 1.3);
        Box cabin = new Box(
                cabinRear,
                cabinFront,
                -width / 2 + 0.05,
                width / 2 - 0.05,
                belt,
                height,
                style == 0 ? 0.15 : 0.4,
                0.55,
                0.16);
        mesh.box(cabin, paint);
        for (Side flank : FLANKS) {
            mesh.paint(cabin, flank, 0.08, 0.48, 0.15, 0.85, Colours.GLASS);
            mesh.paint(cabin, flank, 0.53, 0.9, 0.15, 0.85, Colours.GLASS);
        }
        mesh.paint(cabin, Side.FRONT, 0.06, 0.94, 0.1, 0.92, Colours.GLASS);
        mesh.paint(cabin, Side.BACK, 0.08, 0.92, 0.2, 0.88, Colours.GLASS);
        wheels(mesh, width, 0.33, -length * 0.3, length * 0.31);
        mesh.paint(body, Side.FRONT, 0.35, 0.65, 0.15, 0.4, 0x282828);
        mesh.paint(body, Side.BACK, 0.38, 0.62, 0.3, 0.55, 0xDCDCDC);
        lamps(mesh, body, body, 0.5, 0.87, belt * 0.72);
        return mesh;
    }

    static Mesh bus(double length, double width, SeededRandom random) {
        Mesh mesh = new Mesh();
        double half = length / 2;
        double height = random.uniform(2.9, 3.4);
        int paint = Colours.bus(random);
        int upperPaint = random.chance(0.6) ? 0xEBEBEB : Colours.scaled(paint, 0.7);
        Box skirt = new Box(-half, half, -width / 2, width / 2, 0.3, 1.25);
        Box body = new Box(-half, half, -width / 2, width / 2, 1.25, height, 0.02, 0.08, 0.02);
        mesh.box(skirt, paint);
        mesh.box(body, upperPaint);
        int windows = 5 + random.below(3);
        for (Side flank : FLANKS) {
            for (double i = 0; i < windows; i++) {
                mesh.paint(body, flank, (i + 0.08) / windows, (i + 0.92) / windows, 0.08, 0.68, Colours.GLASS);
            }
        }
        mesh.paint(body, Side.FRONT, 0.05, 0.95, 0.02, 0.68, Colours.GLASS);
        mesh.paint(body, Side.FRONT, 0.2, 0.8, 0.76, 0.93, random.chance(0.7) ? 0xE69614 : 0x1E1E1E);
        mesh.paint(body, Side.BACK, 0.12, 0.88, 0.25, 0.65, Colours.GLASS);
        Box hatch = new Box(-half * 0.5, -half * 0.2, -width * 0.3, width * 0.3, height, height + 0.18);
        mesh.box(hatch, Colours.scaled(upperPaint, 0.85));
        wheels(mesh, width, 0.5, -length * 0.27, length * 0.33);
        lamps(mesh, skirt, skirt, 0.4, 0.8, 0.85);
        return mesh;
    }

    static Mesh truck(double length, double width, SeededRandom random) {
        Mesh mesh = new Mesh();
        double half = length / 2;
        double height = random.uniform(2.6, 3.8);
        double cabLength = random.uniform(1.7, 2.2);
        double cabHeight = Math.min(height - 0.1, random.uniform(2.2, 2.8));
        Box chassis = new Box(-half, half - 0.1, -width / 2 + 0.25, width / 2 - 0.25, 0.45, 0.95);
        mesh.box(chassis, Colours.CHASSIS);
        Box cab = new Box(half - cabLength, half, -width / 2 + 0.04, width / 2 - 0.04, 0.45, cabHeight, 0, 0.3, 0.05);
        mesh.box(cab, Colours.car(random));
        mesh.paint(cab, Side.FRONT, 0.06, 0.94, 0.5, 0.9, Colours.GLASS);
        for (Side flank : FLANKS) {
            mesh.paint(cab, flank, 0.25, 0.8, 0.5, 0.88, Colours.GLASS);
        }
        cargo(mesh, new Box(-half, half - cabLength - 0.15, -width / 2, width / 2, 0.95, height), random);
        if (length < 7) {
            wheels(mesh, width, 0.48, -length * 0.33, length * 0.36);
        } else {
            wheels(mesh, width, 0.48, -length * 0.37, -length * 0.24, length * 0.37);
        }
        lamps(mesh, cab, chassis, 0.1, 0.24, 0.78);
        return mesh;
    }

    /** A box body with ribs or a sign, or a low open one with its load. */
    private static void cargo(Mesh mesh, Box box, SeededRandom random) {
        int paint = Colours.cargo(random);
        double style = random.uniform();
        if (style > 0.75) {
            Box bed = new Box(box.rear(), box.front(), box.right(), box.left(), box.bottom(), random.uniform(1.5, 1.9));
            mesh.box(bed, paint);
            mesh.box(
                    new Box(
                            box.rear() + 0.1,
                            box.front() - 0.1,
                            box.right() + 0.1,
                            box.left() - 0.1,
                            bed.top() - 0.1,
                            bed.top() + 0.02),
                    0x46413C);
            return;
        }
        mesh.box(box, paint);
        mesh.paint(box, Side.BACK, 0.48, 0.52, 0.02, 0.98, Colours.scaled(paint, 0.6));
        int sign = Colours.bus(random);
        int ribs = 5 + random.below(5);
        for (Side flank : FLANKS) {
            if (style < 0.4) {
                for (double i = 0; i < ribs; i++) {
                    mesh.paint(
                            box, flank, (i + 0.42) / ribs, (i + 0.56) / ribs, 0.02, 0.98, Colours.scaled(paint, 0.8));
                }
            } else if (style < 0.6) {
                mesh.paint(box, flank, 0.15, 0.85, 0.35, 0.7, sign);
            }
        }
    }

    private static void wheels(Mesh mesh, double width, double radius, double... axles) {
        for (double axle : axles) {
            for (int side = -1; side <= 1; side += 2) {
                mesh.disc(axle, side * (width / 2 + 0.03), radius, radius, 10, Colours.TYRE, false);
                mesh.disc(axle, side * (width / 2 + 0.05), radius, radius * 0.5, 8, Colours.HUB, false);
            }
        }
    }

    private static void lamps(Mesh mesh, Box front, Box back, double fromUp, double toUp, double lampHeight) {
        for (int side = -1; side <= 1; side += 2) {
            double from = side < 0 ? 0.03 : 0.78;
            mesh.paint(front, Side.FRONT, from, from + 0.19, fromUp, toUp, Colours.HEADLAMP);
            mesh.paint(back, Side.BACK, from, from + 0.19, fromUp, toUp, Colours.TAIL_LAMP);
            mesh.lamp(front.front() + 0.05, side * front.left() * 0.78, lampHeight, true);
            mesh.lamp(back.rear() - 0.05, side * back.left() * 0.8, lampHeight + 0.05, false);
        }
    }
}
