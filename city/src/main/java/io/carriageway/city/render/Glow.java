package io.carriageway.city.render;

import io.carriageway.city.world.Place;

/** The shine of lamps at night: a soft round spot for each lamp that faces the camera and that nothing hides. */
public final class Glow {
    private static final int WHITE = 0xFFF0DC;
    private static final int RED = 0xE61E28;
    private static final double LAMP_METRES = 0.16;

    private final int[] light = new int[Canvas.PIXELS];

    int[] light() {
        return light;
    }

    /** Lights a vehicle's lamps where the canvas shows that vehicle. */
    public void lamps(Mesh mesh, Place place, View view, Canvas canvas, int owner, double strength) {
        double sin = StrictMath.sin(place.headingRadians());
        double cos = StrictMath.cos(place.headingRadians());
        double[] at = new double[3];
        for (Mesh.Lamp lamp : mesh.lamps) {
            double east = place.eastMetres() + lamp.forward() * sin - lamp.left() * cos;
            double north = place.northMetres() + lamp.forward() * cos + lamp.left() * sin;
            double facing = (view.east - east) * sin + (view.north - north) * cos;
            view.toCamera(east, north, lamp.up(), at, 0);
            if (at[2] < 1 || (facing > 0) != lamp.head()) {
                continue;
            }
            int x = (int) view.screenX(at[0], at[2]);
            int y = (int) view.screenY(at[1], at[2]);
            if (x >= 0 && y >= 0 && x < View.WIDTH && y < View.HEIGHT && canvas.owners[y * View.WIDTH + x] == owner) {
                double radius = Math.max(1.2, view.focalPixels * LAMP_METRES / at[2]);
                spot(x, y, radius, lamp.head() ? WHITE : RED, lamp.head() ? strength : 0.6 * strength);
            }
        }
    }

    /** A bright core and a faint halo, added to what already shines there. */
    private void spot(int centreX, int centreY, double radius, int colour, double strength) {
        int reach = (int) Math.ceil(radius * 4);
        for (int y = Math.max(0, centreY - reach); y <= Math.min(View.HEIGHT - 1, centreY + reach); y++) {
            for (int x = Math.max(0, centreX - reach); x <= Math.min(View.WIDTH - 1, centreX + reach); x++) {
                double distance = Math.hypot(x - centreX, y - centreY) / radius;
                double fall = Math.max(0, 1 - distance / 4);
                double shine = strength * (distance < 1 ? 1 : 0.35 * fall * fall);
                int pixel = y * View.WIDTH + x;
                light[pixel] = sum(light[pixel], Colours.scaled(colour, shine));
            }
        }
    }

    private static int sum(int a, int b) {
        return Colours.rgb(
                Colours.red(a) + Colours.red(b),
                Colours.green(a) + Colours.green(b),
                Colours.blue(a) + Colours.blue(b));
    }
}
