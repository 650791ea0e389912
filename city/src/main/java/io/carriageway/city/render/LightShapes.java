package io.carriageway.city.render;

import io.carriageway.city.render.Mesh.Box;
import io.carriageway.city.world.SeededRandom;

/** The shapes of bicycles and motorcycles with their riders, and of pedestrians. */
final class LightShapes {
    private LightShapes() {}

    static Mesh bicycle(double length, SeededRandom random) {
        Mesh mesh = new Mesh();
        double radius = 0.34;
        double rear = -length / 2 + radius;
        double front = length / 2 - radius;
        int paint = Colours.car(random);
        for (double hub : new double[] {rear, front}) {
            wheelRim(mesh, hub, radius);
        }
        mesh.tube(rear, radius, -0.15, 0.8, 0.07, paint);
        mesh.tube(-0.15, 0.8, 0.45, 0.85, 0.07, paint);
        mesh.tube(0.45, 0.8, 0, 0.32, 0.07, paint);
        mesh.tube(0, 0.32, -0.15, 0.85, 0.07, paint);
        mesh.tube(front, radius, 0.45, 0.98, 0.07, paint);
        mesh.tube(rear, radius, 0, 0.32, 0.07, paint);
        mesh.box(new Box(-0.03, 0.03, -0.03, 0.03, 0.3, 0.9), paint);
        mesh.box(new Box(0.4, 0.46, -0.28, 0.28, 0.95, 1.0), 0x282828);
        mesh.lamp(0.5, 0, 0.9, true).lamp(-length / 2, 0, 0.7, false);
        rider(mesh, 0.9, 0.2, 0.28, random);
        return mesh;
    }

    private static void wheelRim(Mesh mesh, double hub, double radius) {
        int corners = 12;
        for (int i = 0; i < corners; i++) {
            double from = 2 * StrictMath.PI * i / corners;
            double to = 2 * StrictMath.PI * (i + 1) / corners;
            mesh.tube(
                    hub + radius * StrictMath.cos(from),
                    radius + radius * StrictMath.sin(from),
                    hub + radius * StrictMath.cos(to),
                    radius + radius * StrictMath.sin(to),
                    0.06,
                    Colours.TYRE);
        }
        mesh.box(new Box(hub - radius, hub + radius, -0.025, 0.025, radius - 0.04, radius + 0.04), Colours.HUB);
    }

    static Mesh motorcycle(double length, SeededRandom random) {
        Mesh mesh = new Mesh();
        double radius = 0.31;
        int paint = Colours.car(random);
        for (double hub : new double[] {-length / 2 + radius, length / 2 - radius}) {
            mesh.disc(hub, 0.08, radius, radius, 12, Colours.TYRE, false);
            mesh.disc(hub, -0.08, radius, radius, 12, Colours.TYRE, false);
            mesh.disc(hub, 0.1, radius, radius * 0.5, 8, Colours.HUB, false);
            mesh.disc(hub, -0.1, radius, radius * 0.5, 8, Colours.HUB, false);
            mesh.box(new Box(hub - radius * 0.8, hub + radius * 0.8, -0.08, 0.08, 0.05, radius * 1.9), Colours.TYRE);
        }
        mesh.box(new Box(-0.4, 0.5, -0.2, 0.2, 0.3, 0.74, 0.05, 0.1, 0.04), paint);
        mesh.box(new Box(-length / 2 + 0.05, 0, -0.15, 0.15, 0.68, 0.86, 0.05, 0.02, 0.02), 0x1E1E1E);
        mesh.box(new Box(0.45, 0.78, -0.26, 0.26, 0.6, 1.12, 0.12, 0.05, 0.06), paint);
        mesh.box(new Box(0.5, 0.58, -0.4, 0.4, 1.02, 1.08), 0x282828);
        if (random.chance(0.35)) {
            mesh.box(new Box(-length / 2 - 0.05, -length / 2 + 0.42, -0.27, 0.27, 0.88, 1.32), 0x373737);
        }
        mesh.lamp(0.82, 0, 0.85, true).lamp(-length / 2, 0, 0.75, false);
        rider(mesh, 0.82, 0.25, 0.34, random);
        return mesh;
    }

    /** Legs, back, arms and head of a rider who sits that high. */
    private static void rider(Mesh mesh, double seat, double halfWidth, double headSize, SeededRandom random) {
        int clothes = Colours.clothes(random);
        int trousers = Colours.clothes(random);
        mesh.box(new Box(-0.22, 0.15, -halfWidth, -halfWidth + 0.15, 0.3, seat + 0.05, -0.05, -0.05, 0), trousers);
        mesh.box(new Box(-0.22, 0.15, halfWidth - 0.15, halfWidth, 0.3, seat + 0.05, -0.05, -0.05, 0), trousers);
        mesh.box(new Box(-0.3, 0.05, -halfWidth, halfWidth, seat, seat + 0.6, 0.18, -0.2, 0.02), clothes);
        for (int side = -1; side <= 1; side += 2) {
            double arm = side * halfWidth;
            mesh.box(new Box(0, 0.45, arm - 0.06, arm + 0.06, seat + 0.2, seat + 0.34), clothes);
        }
        double half = headSize / 2;
        int head = random.chance(0.6) ? Colours.car(random) : 0xB08A6A;
        mesh.box(
                new Box(0.1 - half, 0.1 + half, -half, half, seat + 0.62, seat + 0.62 + headSize, 0.05, 0.05, 0.05),
                head);
    }

    static Mesh pedestrian(SeededRandom random) {
        Mesh mesh = new Mesh();
        mesh.box(new Box(-0.14, 0.14, -0.2, 0.2, 0, 0.85), Colours.clothes(random));
        mesh.box(new Box(-0.16, 0.16, -0.25, 0.25, 0.85, 1.48), Colours.clothes(random));
        mesh.box(new Box(-0.11, 0.11, -0.11, 0.11, 1.48, 1.76), Colours.jittered(0xAA8268, 20, random));
        return mesh;
    }
}
