package io.carriageway.geo.format;

import io.carriageway.geo.osm.Tags;
import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/**
 * A way of an OpenStreetMap file, before the positions of its nodes are known.
 *
 * @param version 0 if the file has none
 * @param isRoad whether it is not deleted and has a highway
 * @param nodes ids of its nodes; empty if the file has only positions
 * @param own positions in the way itself, null for each that a query clipped; null if it has none
 */
record OsmWay(long id, long version, boolean isRoad, Tags tags, long[] nodes, Coordinate[] own) {

    /** Whether the two are known to be different versions of one way. */
    boolean isOtherVersionThan(OsmWay other) {
        return version > 0 && other.version > 0 && version != other.version;
    }

    /**
     * Merges two copies, of which each may have positions that the other lacks; empty if they contradict each other.
     */
    Optional<OsmWay> joined(OsmWay copy) {
        boolean isSame = tags.equals(copy.tags)
                && (nodes.length == 0 || copy.nodes.length == 0 || Arrays.equals(nodes, copy.nodes))
                && (own == null || copy.own == null || areSame(own, copy.own));
        return isSame
                ? Optional.of(new OsmWay(
                        id,
                        Math.max(version, copy.version),
                        true,
                        tags,
                        nodes.length > 0 ? nodes : copy.nodes,
                        joined(own, copy.own)))
                : Optional.empty();
    }

    private static boolean areSame(Coordinate[] a, Coordinate[] b) {
        if (a.length != b.length) {
            return false;
        }
        for (int i = 0; i < a.length; i++) {
            if (a[i] != null && b[i] != null && !a[i].equals2D(b[i])) {
                return false;
            }
        }
        return true;
    }

    private static Coordinate[] joined(Coordinate[] a, Coordinate[] b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        var both = a.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] = both[i] == null ? b[i] : both[i];
        }
        return both;
    }

    /** Its line; null at each position that neither the way nor the file's nodes have. */
    Coordinate[] points(NodePlaces places) {
        if (own == null) {
            return places.placesOf(nodes);
        }
        return own.length == nodes.length ? joined(own, places.placesOf(nodes)) : own;
    }
}
