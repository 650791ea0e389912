package io.carriageway.geo.roads;

import io.carriageway.geo.osm.TravelDirection;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Reports streets that share a part of their line, point by point, with another street in the same direction. A
 * position there may be matched to either. Both are kept, because each has a part of its own; for a street that is
 * completely on another's line see {@link SameLines}.
 */
final class Overlaps {

    private final LongOpenHashSet taken = new LongOpenHashSet();
    private final Findings notes;

    Overlaps(Findings notes) {
        this.notes = notes;
    }

    void report(List<Street> streets) {
        for (var street : streets) {
            var edges = edges(street);
            if (edges.longStream().anyMatch(taken::contains)) {
                notes.add(
                        "over a part of another road, so that a position is matched to either",
                        street.way().label());
            }
            taken.addAll(edges);
        }
    }

    /** A number for each piece in each direction of travel, from its two ends in order. */
    private static LongArrayList edges(Street street) {
        var line = street.line();
        var edges = new LongArrayList(2 * line.length);
        for (int i = 1; i < line.length; i++) {
            if (street.direction() != TravelDirection.AGAINST) {
                edges.add(edge(line[i - 1], line[i]));
            }
            if (street.direction() != TravelDirection.ALONG) {
                edges.add(edge(line[i], line[i - 1]));
            }
        }
        return edges;
    }

    private static long edge(Coordinate from, Coordinate to) {
        return LineIds.hash(from, to)[0];
    }
}
