package io.carriageway.geo.roads;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.apache.commons.codec.digest.MurmurHash3;
import org.locationtech.jts.geom.Coordinate;

/**
 * Computes ids of lines from their positions alone, so that a file that is exported again gives the same ids. Positions
 * are rounded to 10^-7 degrees, about a centimetre, as in OpenStreetMap.
 */
final class LineIds {

    private static final double UNITS_PER_DEGREE = 1e7;
    private static final int SIGNS = 8;

    private LineIds() {}

    /** The place of a point as one number. */
    static long place(Coordinate point) {
        return Math.round(point.x * UNITS_PER_DEGREE) << Integer.SIZE
                | Math.round(point.y * UNITS_PER_DEGREE) & 0xFFFFFFFFL;
    }

    /** Eight characters for the two ends of a line. They do not change when a point between them moves. */
    static String ofEnds(Coordinate[] line) {
        return signs(hash(line[0], line[line.length - 1])[0]).substring(0, SIGNS);
    }

    /** Eight characters for all points of a line. */
    static String ofAll(Coordinate[] line) {
        return signs(hash(line)[0]).substring(0, SIGNS);
    }

    /** An id for a line without one. */
    static String ofNameless(Coordinate[] line) {
        return "line#" + signs(hash(line)[0]);
    }

    /** 128 bits for all points of a line in their order. */
    static long[] hash(Coordinate... points) {
        var bytes = ByteBuffer.allocate(points.length * Long.BYTES);
        for (var point : points) {
            bytes.putLong(place(point));
        }
        return MurmurHash3.hash128x64(bytes.array());
    }

    private static String signs(long hash) {
        return HexFormat.of().toHexDigits(hash);
    }
}
