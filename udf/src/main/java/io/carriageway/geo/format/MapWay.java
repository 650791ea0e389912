package io.carriageway.geo.format;

import io.carriageway.geo.osm.Tags;

/**
 * A way as a map has it, whatever the file's format.
 *
 * @param number its place in the file, counted from 1
 * @param id as the file has it; null where it has none
 * @param isRepeated whether the file has it more than once, in copies or versions
 */
public record MapWay(int number, String id, Kind kind, Tags tags, Shape shape, boolean isRepeated) {

    /** A way that the file has once. */
    MapWay(int number, String id, Kind kind, Tags tags, Shape shape) {
        this(number, id, kind, tags, shape, false);
    }

    /** What a way is in its source, in the order in which one is believed where two have the same line. */
    public enum Kind {
        /** A way from end to end, though other roads meet it. */
        WAY,
        /** A piece of a way between two junctions, in one direction. */
        EDGE,
        /** A collection of ways, which are in the file themselves. */
        RELATION
    }

    /** How a message names it. */
    public String label() {
        return id == null ? "feature " + number : id;
    }
}
