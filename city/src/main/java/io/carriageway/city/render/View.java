package io.carriageway.city.render;

import io.carriageway.city.world.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * A pinhole camera on a mast. Camera space is metres right, down and forward of the lens; the picture is
 * {@value #WIDTH} x {@value #HEIGHT} pixels.
 */
public final class View {
    public static final int WIDTH = 640;
    public static final int HEIGHT = 480;
    /** Least depth that is drawn, so that the division by depth stays stable for a bus under the mast. */
    private static final double NEAR_METRES = 0.5;

    final double focalPixels;
    final double east;
    final double north;
    final double up;
    /** Rows are the camera's right, down and forward in east, north, up. */
    final double[][] axes;

    public View(Place mast, double heightMetres, double pitchRadians, double rollRadians, double focalPixels) {
        this.focalPixels = focalPixels;
        this.east = mast.eastMetres();
        this.north = mast.northMetres();
        this.up = heightMetres;
        double sinHeading = StrictMath.sin(mast.headingRadians());
        double cosHeading = StrictMath.cos(mast.headingRadians());
        double sinPitch = StrictMath.sin(pitchRadians);
        double cosPitch = StrictMath.cos(pitchRadians);
        double[] right = {cosHeading, -sinHeading, 0};
        double[] down = {-sinHeading * sinPitch, -cosHeading * sinPitch, -cosPitch};
        double[] forward = {sinHeading * cosPitch, cosHeading * cosPitch, -sinPitch};
        double sinRoll = StrictMath.sin(rollRadians);
        double cosRoll = StrictMath.cos(rollRadians);
        double[] rolledRight = new double[3];
        double[] rolledDown = new double[3];
        for (int i = 0; i < 3; i++) {
            rolledRight[i] = right[i] * cosRoll + down[i] * sinRoll;
            rolledDown[i] = down[i] * cosRoll - right[i] * sinRoll;
        }
        this.axes = new double[][] {rolledRight, rolledDown, forward};
    }

    /** The direction, in east, north, up, of the ray through a point of the picture; its forward part is 1. */
    double[] ray(double x, double y) {
        double right = (x - WIDTH / 2.0) / focalPixels;
        double down = (y - HEIGHT / 2.0) / focalPixels;
        double[] ray = new double[3];
        for (int i = 0; i < 3; i++) {
            ray[i] = axes[0][i] * right + axes[1][i] * down + axes[2][i];
        }
        return ray;
    }

    public double focalPixels() {
        return focalPixels;
    }

    void toCamera(double pointEast, double pointNorth, double pointUp, double[] out, int at) {
        double x = pointEast - east;
        double y = pointNorth - north;
        double z = pointUp - up;
        for (int i = 0; i < 3; i++) {
            out[at + i] = axes[i][0] * x + axes[i][1] * y + axes[i][2] * z;
        }
    }

    double screenX(double right, double forward) {
        return WIDTH / 2.0 + focalPixels * right / forward;
    }

    double screenY(double down, double forward) {
        return HEIGHT / 2.0 + focalPixels * down / forward;
    }

    /**
     * A polygon on the ground as it appears in the picture, in shares of its width and height; the part behind the lens
     * is cut off.
     */
    public List<double[]> groundPolygon(List<Place> corners) {
        double[] inCamera = new double[3 * corners.size()];
        for (int i = 0; i < corners.size(); i++) {
            toCamera(corners.get(i).eastMetres(), corners.get(i).northMetres(), 0, inCamera, 3 * i);
        }
        double[] clipped = new double[2 * inCamera.length];
        int count = clipNear(inCamera, corners.size(), clipped);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double forward = clipped[3 * i + 2];
            points.add(new double[] {
                screenX(clipped[3 * i], forward) / WIDTH, screenY(clipped[3 * i + 1], forward) / HEIGHT
            });
        }
        return points;
    }

    /** Whether the point at this height above a place projects into the picture. */
    public boolean frames(Place place, double upMetres) {
        double[] point = new double[3];
        toCamera(place.eastMetres(), place.northMetres(), upMetres, point, 0);
        if (point[2] < NEAR_METRES) {
            return false;
        }
        double x = screenX(point[0], point[2]);
        double y = screenY(point[1], point[2]);
        return x >= 0 && x < WIDTH && y >= 0 && y < HEIGHT;
    }

    /** Clips a polygon (camera space, count corners) to the part before the lens; returns its number of corners. */
    static int clipNear(double[] polygon, int count, double[] out) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int a = 3 * i;
            int b = 3 * ((i + 1) % count);
            boolean aInside = polygon[a + 2] >= NEAR_METRES;
            if (aInside) {
                System.arraycopy(polygon, a, out, 3 * kept++, 3);
            }
            if (aInside != (polygon[b + 2] >= NEAR_METRES)) {
                double share = (NEAR_METRES - polygon[a + 2]) / (polygon[b + 2] - polygon[a + 2]);
                for (int k = 0; k < 3; k++) {
                    out[3 * kept + k] = polygon[a + k] + share * (polygon[b + k] - polygon[a + k]);
                }
                kept++;
            }
        }
        return kept;
    }
}
