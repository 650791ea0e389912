package io.carriageway.geo.format;

import io.carriageway.geo.osm.Tags;

/**
 * A way of a map, whatever the file's format.
 *
 * @param number position in the file, counted from 1
 * @param id id in the file; null if it has none
 * @param isRepeated whether the file contains it more than once, as copies or versions
 */
public record MapWay(int number, String id, Kind kind, Tags tags, Shape shape, boolean isRepeated) {

    /** A way that the file contains once. */
    MapWay(int number, String id, Kind kind, Tags tags, Shape shape) {
        this(number, id, kind, tags, shape, false);
    }

    /** Kind of a way in its source. If two ways have the same line, the first kind in this order is preferred. */
    public enum Kind {
        /** A whole way, across the junctions on it. */
        WAY,
        /** A piece of a way between two junctions, in one direction. */
        EDGE,
        /** A collection of ways; the file contains them too. */
        RELATION
    }

    /** The way's name in messages. */
    public String label() {
        return id == null ? "feature " + number : id;
    }
}
