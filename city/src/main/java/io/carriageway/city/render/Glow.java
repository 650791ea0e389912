package io.carriageway.city.render;

import io.carriageway.city.world.Place;

/**
 * The glow of lamps at night: a soft round spot for each visible lamp that faces the camera, and on a wet road its
 * reflection below.
 */
public final class Glow {
    private static final int WHITE = 0xFFF0DC;
    private static final int RED = 0xE61E28;
    private static final double LAMP_METRES = 0.16;
    private static final double STREAK_RADII = 14;

    private final int[] light = new int[Canvas.PIXELS];

    int[] light() {
        return light;
    }

    /** Lights a vehicle's lamps where the canvas shows that vehicle; wet is from 0 to 1. */
    public void lamps(Mesh mesh, Place place, View view, Canvas canvas, int owner, double strength, double wet) {
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
                int colour = Colours.scaled(lamp.head() ? WHITE : RED, lamp.head() ? strength : 0.6 * strength);
                spot(x, y, radius, colour);
                view.toCamera(east, north, 0, at, 0);
                streak(canvas, x, (int) view.screenY(at[1], at[2]), radius, Colours.scaled(colour, 0.45 * wet));
            }
        }
    }

    /** A bright core and a faint halo, added to the light already there. */
    private void spot(int centreX, int centreY, double radius, int colour) {
        int reach = (int) Math.ceil(radius * 4);
        for (int y = Math.max(0, centreY - reach); y <= Math.min(View.HEIGHT - 1, centreY + reach); y++) {
            for (int x = Math.max(0, centreX - reach); x <= Math.min(View.WIDTH - 1, centreX + reach); x++) {
                double distance = Math.hypot(x - centreX, y - centreY) / radius;
                double fall = Math.max(0, 1 - distance / 4);
                double shine = distance < 1 ? 1 : 0.35 * fall * fall;
                int pixel = y * View.WIDTH + x;
                light[pixel] = sum(light[pixel], Colours.scaled(colour, shine));
            }
        }
    }

    /** A lamp in a wet road: a band below it that fades out, on the ground alone. */
    private void streak(Canvas canvas, int centreX, int top, double radius, int colour) {
        int half = (int) radius;
        int length = (int) (STREAK_RADII * radius);
        for (int y = Math.max(0, top); y < Math.min(View.HEIGHT, top + length); y++) {
            int shine = Colours.scaled(colour, 1 - (double) (y - top) / length);
            for (int x = Math.max(0, centreX - half); x <= Math.min(View.WIDTH - 1, centreX + half); x++) {
                int pixel = y * View.WIDTH + x;
                if (canvas.owners[pixel] == Canvas.NOBODY) {
                    light[pixel] = sum(light[pixel], shine);
                }
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
