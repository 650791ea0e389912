package io.carriageway.city.render;

import io.carriageway.city.world.Place;
import java.util.List;

/** The empty street before a camera. It never changes, so it is drawn once, and every frame starts from a copy. */
public final class Background {
    private static final int BEYOND_THE_CITY = 0xC8CDD2;

    private final Canvas canvas = new Canvas();
    private final View view;
    private final Place foot;

    /** @param foot the street's centre line under the camera, facing along the street */
    public Background(View view, Place foot, Pavement pavement, List<Scenery.Item> scenery, Sun sun) {
        this.view = view;
        this.foot = foot;
        for (int row = 0; row < View.HEIGHT; row++) {
            ground(row, pavement);
        }
        for (Scenery.Item item : scenery) {
            canvas.draw(item.mesh(), item.place(), view, sun, Canvas.NOBODY);
        }
    }

    public Canvas copy() {
        return new Canvas(canvas);
    }

    private void ground(int row, Pavement pavement) {
        double sin = StrictMath.sin(foot.headingRadians());
        double cos = StrictMath.cos(foot.headingRadians());
        for (int column = 0; column < View.WIDTH; column++) {
            int pixel = row * View.WIDTH + column;
            double[] ray = view.ray(column + 0.5, row + 0.5);
            if (ray[2] >= -1e-3) {
                canvas.colours[pixel] = BEYOND_THE_CITY;
                continue;
            }
            double depth = -view.up / ray[2];
            double east = view.east + ray[0] * depth - foot.eastMetres();
            double north = view.north + ray[1] * depth - foot.northMetres();
            canvas.inverseDepths[pixel] = (float) (1 / depth);
            canvas.colours[pixel] =
                    pavement.colour(east * cos - north * sin, east * sin + north * cos, depth / view.focalPixels);
        }
    }
}
