package io.carriageway.bench.accuracy.label;

/** A rectangle in shares of its picture, as in labels. Overlaps are equal in shares and in pixels. */
public record Box(double xMin, double yMin, double xMax, double yMax) {

    static Box around(double centreX, double centreY, double width, double height) {
        return new Box(centreX - width / 2, centreY - height / 2, centreX + width / 2, centreY + height / 2);
    }

    /** Intersection over union, 0 to 1. */
    public double overlap(Box other) {
        double width = Math.min(xMax, other.xMax) - Math.max(xMin, other.xMin);
        double height = Math.min(yMax, other.yMax) - Math.max(yMin, other.yMin);
        if (width <= 0 || height <= 0) {
            return 0;
        }
        double shared = width * height;
        return shared / (area() + other.area() - shared);
    }

    private double area() {
        return (xMax - xMin) * (yMax - yMin);
    }
}
