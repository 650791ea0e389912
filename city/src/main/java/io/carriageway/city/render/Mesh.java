package io.carriageway.city.render;

import java.util.ArrayList;
import java.util.List;

/**
 * The shape of an object, in metres forward, left and up of its middle on the ground: flat convex faces of one colour
 * each, and lamps.
 */
public final class Mesh {
    private static final int[][] BOX_FACES = {
        {0, 1, 2, 3}, {4, 5, 6, 7}, {0, 1, 5, 4}, {2, 3, 7, 6}, {1, 2, 6, 5}, {3, 0, 4, 7}
    };
    /** Distance of painted details from their face, which the depth buffer can resolve. */
    private static final double DECAL_LIFT_METRES = 0.02;

    /** A flat convex polygon; one that is thin (a wheel of a bicycle) is seen from both sides. */
    record Face(double[] corners, double[] normal, int colour, boolean thin) {}

    record Lamp(double forward, double left, double up, boolean head) {}

    final List<Face> faces = new ArrayList<>();
    final List<Lamp> lamps = new ArrayList<>();

    /** Corners of a box whose top is smaller: at the rear, front and sides by these lengths. */
    public record Box(
            double rear,
            double front,
            double right,
            double left,
            double bottom,
            double top,
            double rearTaper,
            double frontTaper,
            double sideTaper) {
        public Box(double rear, double front, double right, double left, double bottom, double top) {
            this(rear, front, right, left, bottom, top, 0, 0, 0);
        }

        double[][] corners() {
            return new double[][] {
                {rear, right, bottom},
                {front, right, bottom},
                {front, left, bottom},
                {rear, left, bottom},
                {rear + rearTaper, right + sideTaper, top},
                {front - frontTaper, right + sideTaper, top},
                {front - frontTaper, left - sideTaper, top},
                {rear + rearTaper, left - sideTaper, top}
            };
        }
    }

    /** The four upright sides of a box, each with its corners from bottom to top. */
    public enum Side {
        RIGHT(0, 1, 5, 4),
        LEFT(2, 3, 7, 6),
        FRONT(1, 2, 6, 5),
        BACK(3, 0, 4, 7);

        @SuppressWarnings("ImmutableEnumChecker") // never handed out and never written
        private final int[] corners;

        Side(int... corners) {
            this.corners = corners;
        }
    }

    public Mesh box(Box box, int colour) {
        double[][] corners = box.corners();
        for (int[] face : BOX_FACES) {
            addOutward(quad(corners[face[0]], corners[face[1]], corners[face[2]], corners[face[3]]), corners, colour);
        }
        return this;
    }

    /** Paints a rectangle on a side of a box: from and to are shares of the side's width and height. */
    public Mesh paint(Box box, Side side, double fromAcross, double toAcross, double fromUp, double toUp, int colour) {
        double[][] corners = box.corners();
        double[][] q = new double[4][];
        for (int i = 0; i < 4; i++) {
            q[i] = corners[side.corners[i]];
        }
        double[] flat = quad(
                between(q, fromAcross, fromUp),
                between(q, toAcross, fromUp),
                between(q, toAcross, toUp),
                between(q, fromAcross, toUp));
        Face face = addOutward(flat, corners, colour);
        for (int i = 0; i < flat.length; i++) {
            flat[i] += face.normal()[i % 3] * DECAL_LIFT_METRES;
        }
        return this;
    }

    /** An upright disc facing left and right: a wheel. */
    public Mesh disc(double forward, double left, double up, double radius, int corners, int colour, boolean thin) {
        double[] flat = new double[3 * corners];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * StrictMath.PI * i / corners;
            flat[3 * i] = forward + radius * StrictMath.cos(angle);
            flat[3 * i + 1] = left;
            flat[3 * i + 2] = up + radius * StrictMath.sin(angle);
        }
        faces.add(new Face(flat, new double[] {0, Math.signum(left), 0}, colour, thin));
        return this;
    }

    /** An upright strip in the plane of travel, from one point to another: a tube of a bicycle's frame. */
    public Mesh tube(double forward, double up, double toForward, double toUp, double thickness, int colour) {
        double length = StrictMath.hypot(toForward - forward, toUp - up);
        double x = -(toUp - up) / length * thickness / 2;
        double z = (toForward - forward) / length * thickness / 2;
        double[] flat = {
            forward + x, 0, up + z, toForward + x, 0, toUp + z, toForward - x, 0, toUp - z, forward - x, 0, up - z
        };
        faces.add(new Face(flat, new double[] {0, 1, 0}, colour, true));
        return this;
    }

    public Mesh lamp(double forward, double left, double up, boolean head) {
        lamps.add(new Lamp(forward, left, up, head));
        return this;
    }

    private Face addOutward(double[] flat, double[][] solid, int colour) {
        double[] normal = normal(flat);
        double outward = 0;
        for (double[] corner : solid) {
            for (int k = 0; k < 3; k++) {
                outward += normal[k] * (flat[k] - corner[k]);
            }
        }
        if (outward < 0) {
            for (int k = 0; k < 3; k++) {
                normal[k] = -normal[k];
            }
        }
        Face face = new Face(flat, normal, colour, false);
        faces.add(face);
        return face;
    }

    private static double[] quad(double[] a, double[] b, double[] c, double[] d) {
        return new double[] {a[0], a[1], a[2], b[0], b[1], b[2], c[0], c[1], c[2], d[0], d[1], d[2]};
    }

    private static double[] between(double[][] q, double across, double up) {
        double[] point = new double[3];
        for (int k = 0; k < 3; k++) {
            point[k] = (1 - across) * (1 - up) * q[0][k]
                    + across * (1 - up) * q[1][k]
                    + across * up * q[2][k]
                    + (1 - across) * up * q[3][k];
        }
        return point;
    }

    private static double[] normal(double[] flat) {
        double ax = flat[3] - flat[0];
        double ay = flat[4] - flat[1];
        double az = flat[5] - flat[2];
        double bx = flat[6] - flat[0];
        double by = flat[7] - flat[1];
        double bz = flat[8] - flat[2];
        double[] normal = {ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx};
        double length = Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
        for (int k = 0; k < 3; k++) {
            normal[k] /= length;
        }
        return normal;
    }
}
