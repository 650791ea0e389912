package io.carriageway.city;

import io.carriageway.city.world.RoadNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * The part of a camera's picture that is carriageway, kerb to kerb, as a WKT polygon in shares of the picture's width
 * and height.
 */
final class CarriagewayPolygon {
    private static final double REACH_METRES = 100;

    private CarriagewayPolygon() {}

    static String of(CameraSite site, RoadNetwork roads) {
        double right = roads.halfWidthMetres(site.street().there().block());
        double left = roads.halfWidthMetres(site.street().back().block());
        List<double[]> polygon = site.view()
                .groundPolygon(List.of(
                        site.foot().offset(0, -left),
                        site.foot().offset(REACH_METRES, -left),
                        site.foot().offset(REACH_METRES, right),
                        site.foot().offset(0, right)));
        for (int side = 0; side < 4; side++) {
            polygon = clip(polygon, side);
        }
        StringJoiner text = new StringJoiner(", ", "POLYGON ((", "))");
        for (int i = 0; i <= polygon.size(); i++) {
            double[] corner = polygon.get(i % polygon.size());
            text.add(String.format(Locale.ROOT, "%.4f %.4f", share(corner[0]), share(corner[1])));
        }
        return text.toString();
    }

    /** Clipping leaves rounding errors outside the square, which would be written as -0. */
    private static double share(double value) {
        return Math.max(0, Math.min(1, value));
    }

    /** Keeps what lies inside one side of the unit square: 0 left, 1 right, 2 top, 3 bottom. */
    private static List<double[]> clip(List<double[]> polygon, int side) {
        List<double[]> kept = new ArrayList<>();
        for (int i = 0; i < polygon.size(); i++) {
            double[] a = polygon.get(i);
            double[] b = polygon.get((i + 1) % polygon.size());
            double insideA = inside(a, side);
            double insideB = inside(b, side);
            if (insideA >= 0) {
                kept.add(a);
            }
            if (insideA >= 0 != insideB >= 0) {
                double share = insideA / (insideA - insideB);
                kept.add(new double[] {a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])});
            }
        }
        return kept;
    }

    private static double inside(double[] point, int side) {
        double value = point[side / 2];
        return side % 2 == 0 ? value : 1 - value;
    }
}
