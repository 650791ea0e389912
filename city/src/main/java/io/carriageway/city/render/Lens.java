package io.carriageway.city.render;

import io.carriageway.city.world.SeededRandom;

/**
 * Raindrops on the camera's glass. Each shows the scene around it small and upside down, and so hides a little of the
 * scene behind it. The truth ignores them.
 */
final class Lens {
    private static final double MOST_DROPS = 26;
    private static final double SMALLEST_PIXELS = 3;
    private static final double LARGEST_PIXELS = 11;
    /** Factor by which the picture in a drop is smaller than the scene. */
    private static final double SHRINKAGE = 3;

    private Lens() {}

    /** The colours behind the glass, seen through it. The array given stays as it is. */
    static int[] through(int[] colours, double rain, SeededRandom random) {
        int drops = (int) (MOST_DROPS * rain);
        int[] seen = drops == 0 ? colours : colours.clone();
        for (int i = 0; i < drops; i++) {
            drop(
                    colours,
                    seen,
                    random.below(View.WIDTH),
                    random.below(View.HEIGHT),
                    random.uniform(SMALLEST_PIXELS, LARGEST_PIXELS));
        }
        return seen;
    }

    private static void drop(int[] colours, int[] seen, int centreX, int centreY, double radius) {
        int reach = (int) radius;
        for (int down = -reach; down <= reach; down++) {
            for (int across = -reach; across <= reach; across++) {
                int x = centreX + across;
                int y = centreY + down;
                double rim = (across * across + down * down) / (radius * radius);
                if (rim < 1 && x >= 0 && y >= 0 && x < View.WIDTH && y < View.HEIGHT) {
                    int sourceX = inside(centreX - SHRINKAGE * across, View.WIDTH);
                    int sourceY = inside(centreY - SHRINKAGE * down, View.HEIGHT);
                    seen[y * View.WIDTH + x] = Colours.scaled(colours[sourceY * View.WIDTH + sourceX], 1.1 - 0.3 * rim);
                }
            }
        }
    }

    private static int inside(double at, int size) {
        return (int) Math.max(0, Math.min(size - 1.0, at));
    }
}
