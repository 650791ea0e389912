package io.carriageway.camera;

import io.carriageway.event.Detection;
import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * The part of a picture that is road, as cells of a grid over the picture. So area occupancy is a ratio of integers and
 * the same on every machine. A cell belongs to a polygon or box if its centre does.
 */
public final class RegionOfInterest {

    /** Cells across and down: 4 pixels a side in a picture of 640 x 480. */
    static final int COLUMNS = 160;

    static final int ROWS = 120;

    private static final long PPM = 1_000_000;

    /**
     * Units of length for the width and for the height of the picture. With this many, corners of up to nine decimals
     * and the centres of cells are whole numbers. So whether a centre lies on a slanting edge does not depend on
     * rounding.
     */
    private static final double LENGTH = 3e9;

    private final BitSet road;

    private RegionOfInterest(BitSet road) {
        this.road = road;
    }

    /** The whole picture, for a camera without a carriageway polygon. */
    public static RegionOfInterest wholePicture() {
        var all = new BitSet(COLUMNS * ROWS);
        all.set(0, COLUMNS * ROWS);
        return new RegionOfInterest(all);
    }

    /**
     * Reads a carriageway polygon.
     *
     * @param wkt POLYGON or MULTIPOLYGON in relative picture coordinates: x right, y down, each 0 to 1, with up to nine
     *     decimals; a centre on an edge is inside
     * @throws IllegalArgumentException if the text is not such a geometry or covers no cell
     */
    public static RegionOfInterest parse(String wkt) {
        var locator = new IndexedPointInAreaLocator(polygon(wkt));
        var cells = new BitSet(COLUMNS * ROWS);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                var centre = new Coordinate((column + 0.5) * (LENGTH / COLUMNS), (row + 0.5) * (LENGTH / ROWS));
                cells.set(row * COLUMNS + column, locator.locate(centre) != Location.EXTERIOR);
            }
        }
        if (cells.isEmpty()) {
            throw new IllegalArgumentException(
                    "carriageway_polygon covers nothing; it must be in relative coordinates 0..1, but is " + wkt);
        }
        return new RegionOfInterest(cells);
    }

    private static Geometry polygon(String wkt) {
        try {
            var geometry = new WKTReader().read(wkt);
            if (geometry instanceof Polygonal) {
                geometry.apply((Coordinate corner) -> {
                    corner.x = Math.rint(corner.x * LENGTH);
                    corner.y = Math.rint(corner.y * LENGTH);
                });
                return geometry;
            }
        } catch (ParseException e) {
            throw new IllegalArgumentException("carriageway_polygon is no WKT geometry: " + wkt, e);
        }
        throw new IllegalArgumentException("carriageway_polygon must be a POLYGON or MULTIPOLYGON, but is " + wkt);
    }

    /**
     * The share of the road that the union of the boxes covers, in parts per million, rounded down. Boxes are in pixels
     * of the image.
     */
    public int areaOccupancyPpm(List<Detection> boxes, int imageWidth, int imageHeight) {
        var covered = new BitSet(COLUMNS * ROWS);
        for (var box : boxes) {
            int firstColumn = firstCentreFrom(box.getXMin(), imageWidth, COLUMNS);
            int endColumn = firstCentreFrom(box.getXMax(), imageWidth, COLUMNS);
            int endRow = firstCentreFrom(box.getYMax(), imageHeight, ROWS);
            for (int row = firstCentreFrom(box.getYMin(), imageHeight, ROWS); row < endRow; row++) {
                covered.set(row * COLUMNS + firstColumn, row * COLUMNS + Math.max(firstColumn, endColumn));
            }
        }
        covered.and(road);
        return (int) (covered.cardinality() * PPM / road.cardinality());
    }

    /** The first of {@code cells} cells along {@code length} pixels whose centre is at or after {@code pixel}. */
    private static int firstCentreFrom(double pixel, int length, int cells) {
        int cell = (int) Math.ceil(pixel * cells / length - 0.5);
        return Math.max(0, Math.min(cells, cell));
    }
}
