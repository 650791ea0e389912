package io.carriageway.city.render;

import io.carriageway.city.world.Place;
import java.util.Arrays;

/**
 * A picture that is being drawn: per pixel its colour, inverse depth and owner. It fills flat polygons by scan lines.
 * The depth buffer decides what hides what, so picture and truth about visibility cannot disagree.
 */
public final class Canvas {
    static final int PIXELS = View.WIDTH * View.HEIGHT;
    /** The owner of pixels that belong to no vehicle. */
    public static final int NOBODY = -1;

    private static final int MAX_CORNERS = 16;

    final int[] colours;
    final float[] inverseDepths;
    final int[] owners = new int[PIXELS];
    private final int[] touchedBy = new int[PIXELS];
    private final double[] inCamera = new double[3 * MAX_CORNERS];
    private final double[] clipped = new double[6 * MAX_CORNERS];
    private final double[] xs = new double[2 * MAX_CORNERS];
    private final double[] ys = new double[2 * MAX_CORNERS];
    private int things;
    private int touched;
    private int left;
    private int top;
    private int right;
    private int bottom;

    Canvas() {
        this(new int[PIXELS], new float[PIXELS]);
    }

    /** A canvas that starts from an earlier one, without owners. */
    Canvas(Canvas background) {
        this(background.colours.clone(), background.inverseDepths.clone());
    }

    private Canvas(int[] colours, float[] inverseDepths) {
        this.colours = colours;
        this.inverseDepths = inverseDepths;
        Arrays.fill(owners, NOBODY);
    }

    private interface Paint {
        void lay(int pixel, float inverseDepth);
    }

    /**
     * The result of drawing an object: the box around its pixels, right and bottom exclusive, and their number, both as
     * if nothing hid it. Only pixels in the picture count; without any the box is empty.
     */
    public record Outline(int left, int top, int right, int bottom, int pixels) {
        public static final Outline NOTHING = new Outline(0, 0, 0, 0, 0);
    }

    /** Draws an object at a place; owner is the vehicle's number, or {@link #NOBODY}. */
    public Outline draw(Mesh mesh, Place place, View view, Sun sun, int owner) {
        things++;
        touched = 0;
        left = View.WIDTH;
        top = View.HEIGHT;
        right = 0;
        bottom = 0;
        double sin = StrictMath.sin(place.headingRadians());
        double cos = StrictMath.cos(place.headingRadians());
        for (Mesh.Face face : mesh.faces) {
            double[] c = face.corners();
            int count = c.length / 3;
            for (int i = 0; i < count; i++) {
                double east = place.eastMetres() + c[3 * i] * sin - c[3 * i + 1] * cos;
                double north = place.northMetres() + c[3 * i] * cos + c[3 * i + 1] * sin;
                view.toCamera(east, north, c[3 * i + 2], inCamera, 3 * i);
            }
            double[] n = face.normal();
            double lit = sun.on(n[0] * sin - n[1] * cos, n[0] * cos + n[1] * sin, n[2], face.thin());
            int colour = Colours.scaled(face.colour(), lit);
            fill(view, count, (pixel, inverse) -> paint(pixel, inverse, colour, owner));
        }
        return touched == 0 ? Outline.NOTHING : new Outline(left, top, right, bottom, touched);
    }

    /** Paints every pixel of a polygon given in camera space. */
    private void fill(View view, int count, Paint paint) {
        int corners = View.clipNear(inCamera, count, clipped);
        if (corners < 3) {
            return;
        }
        project(view, corners);
        double[] plane = inverseDepthPlane(view, corners);
        if (plane != null) {
            scan(corners, plane, paint);
        }
    }

    private void project(View view, int corners) {
        for (int i = 0; i < corners; i++) {
            xs[i] = view.screenX(clipped[3 * i], clipped[3 * i + 2]);
            ys[i] = view.screenY(clipped[3 * i + 1], clipped[3 * i + 2]);
        }
    }

    /**
     * Inverse depth, which is linear in picture coordinates: its slope across, its slope down, its value at the corner
     * of the picture; null for a face seen on edge.
     */
    private double[] inverseDepthPlane(View view, int corners) {
        double nx = 0;
        double ny = 0;
        double nz = 0;
        for (int i = 0; i < corners; i++) {
            int a = 3 * i;
            int b = 3 * ((i + 1) % corners);
            nx += (clipped[a + 1] - clipped[b + 1]) * (clipped[a + 2] + clipped[b + 2]);
            ny += (clipped[a + 2] - clipped[b + 2]) * (clipped[a] + clipped[b]);
            nz += (clipped[a] - clipped[b]) * (clipped[a + 1] + clipped[b + 1]);
        }
        double k = nx * clipped[0] + ny * clipped[1] + nz * clipped[2];
        if (Math.abs(k) < 1e-9) {
            return null;
        }
        double across = nx / (k * view.focalPixels);
        double down = ny / (k * view.focalPixels);
        return new double[] {across, down, nz / k - across * View.WIDTH / 2.0 - down * View.HEIGHT / 2.0};
    }

    private void scan(int corners, double[] plane, Paint paint) {
        double highest = ys[0];
        double lowest = ys[0];
        for (int i = 1; i < corners; i++) {
            highest = Math.min(highest, ys[i]);
            lowest = Math.max(lowest, ys[i]);
        }
        int lastRow = (int) Math.min(View.HEIGHT - 1.0, Math.ceil(lowest - 0.5) - 1);
        for (int row = (int) Math.max(0, Math.ceil(highest - 0.5)); row <= lastRow; row++) {
            double y = row + 0.5;
            double start = 1e9;
            double end = -1e9;
            for (int i = 0; i < corners; i++) {
                int j = i + 1 == corners ? 0 : i + 1;
                if (ys[i] <= y != ys[j] <= y) {
                    double x = xs[i] + (y - ys[i]) / (ys[j] - ys[i]) * (xs[j] - xs[i]);
                    start = Math.min(start, x);
                    end = Math.max(end, x);
                }
            }
            int from = (int) Math.max(0, Math.ceil(start - 0.5));
            int to = (int) Math.min(View.WIDTH - 1.0, Math.ceil(end - 0.5) - 1);
            span(row, from, to, plane, paint);
        }
    }

    private static void span(int row, int from, int to, double[] plane, Paint paint) {
        double inverse = plane[0] * (from + 0.5) + plane[1] * (row + 0.5) + plane[2];
        for (int at = row * View.WIDTH + from, end = row * View.WIDTH + to; at <= end; at++, inverse += plane[0]) {
            paint.lay(at, (float) inverse);
        }
    }

    private void paint(int pixel, float inverseDepth, int colour, int owner) {
        if (touchedBy[pixel] != things) {
            touchedBy[pixel] = things;
            touched++;
            widen(pixel % View.WIDTH, pixel / View.WIDTH);
        }
        if (inverseDepth > inverseDepths[pixel]) {
            inverseDepths[pixel] = inverseDepth;
            colours[pixel] = colour;
            owners[pixel] = owner;
        }
    }

    private void widen(int x, int y) {
        left = Math.min(left, x);
        top = Math.min(top, y);
        right = Math.max(right, x + 1);
        bottom = Math.max(bottom, y + 1);
    }

    private void tint(int pixel, float inverseDepth, double factor) {
        if (inverseDepth > inverseDepths[pixel]) {
            colours[pixel] = Colours.scaled(colours[pixel], factor);
        }
    }

    /**
     * Darkens or brightens the ground in a rectangle at a place: a shadow, or the light of a headlamp. It hides nothing
     * and has no owner.
     */
    public void tintGround(double[] corners, Place place, View view, double factor) {
        double sin = StrictMath.sin(place.headingRadians());
        double cos = StrictMath.cos(place.headingRadians());
        int count = corners.length / 2;
        for (int i = 0; i < count; i++) {
            double east = place.eastMetres() + corners[2 * i] * sin - corners[2 * i + 1] * cos;
            double north = place.northMetres() + corners[2 * i] * cos + corners[2 * i + 1] * sin;
            view.toCamera(east, north, 0.03, inCamera, 3 * i);
        }
        fill(view, count, (pixel, inverse) -> tint(pixel, inverse, factor));
    }

    /** The owner of a pixel. */
    public int ownerAt(int x, int y) {
        return owners[y * View.WIDTH + x];
    }

    /** Number of pixels of each of the first vehicles, up to this number. */
    public int[] visiblePixels(int vehicles) {
        int[] counts = new int[vehicles];
        for (int owner : owners) {
            if (owner != NOBODY) {
                counts[owner]++;
            }
        }
        return counts;
    }
}
