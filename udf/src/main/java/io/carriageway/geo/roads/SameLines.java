package io.carriageway.geo.roads;

import io.carriageway.geo.format.MapWay;
import io.carriageway.geo.osm.TravelDirection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;

/**
 * Keeps one of several streets on the same line, because reports on it could be matched to either. Each direction of a
 * line is used once: OSMnx has an edge for each, and a relation repeats the lines of its ways. Which street is kept
 * depends on the streets and not on their order.
 */
final class SameLines {

    private static final int FORTH = 1;
    private static final int BACK = 2;

    private static final Comparator<Street> BELIEVED_FIRST = Comparator.<Street, MapWay.Kind>comparing(
                    street -> street.way().kind())
            .thenComparing(street -> street.way().tags().word("reversed").equals("true"))
            .thenComparing(street -> street.way().id(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Street::line, SameLines::compare);

    private final Map<LineHash, Integer> taken = new HashMap<>();
    private final Findings notes;

    private record LineHash(long high, long low) {}

    SameLines(Findings notes) {
        this.notes = notes;
    }

    List<Street> withoutRepeats(List<Street> streets) {
        return streets.stream().sorted(BELIEVED_FIRST).filter(this::takes).toList();
    }

    /**
     * Keeps the street if its line is free. A street in the opposite direction of a kept one is kept too. A street with
     * both directions, or a relation, is not: it says less about the line than the kept one.
     */
    private boolean takes(Street street) {
        boolean isForth = isForth(street.line());
        var line = line(street.line(), isForth);
        int before = taken.getOrDefault(line, 0);
        int asked = directions(street.direction(), isForth);
        boolean isOther = street.way().kind() != MapWay.Kind.RELATION && (asked & before) == 0;
        if (before == 0 || isOther) {
            taken.put(line, before | asked);
            return true;
        }
        notes.add(
                street.way().kind() == MapWay.Kind.EDGE
                        ? "the same street as another edge, most often its other direction"
                        : "on the same line as another road",
                street.way().label());
        return false;
    }

    /** Whether the line has the direction in which lines are compared. */
    private static boolean isForth(Coordinate[] line) {
        for (int i = 0; i < line.length; i++) {
            int order = Long.compare(LineIds.place(line[i]), LineIds.place(line[line.length - 1 - i]));
            if (order != 0) {
                return order < 0;
            }
        }
        return true;
    }

    private static int directions(TravelDirection direction, boolean isForth) {
        return switch (direction) {
            case ALONG -> isForth ? FORTH : BACK;
            case AGAINST -> isForth ? BACK : FORTH;
            default -> FORTH | BACK;
        };
    }

    private static LineHash line(Coordinate[] points, boolean isForth) {
        var hash = LineIds.hash(isForth ? points : reversed(points));
        return new LineHash(hash[0], hash[1]);
    }

    private static Coordinate[] reversed(Coordinate[] line) {
        var points = line.clone();
        CoordinateArrays.reverse(points);
        return points;
    }

    private static int compare(Coordinate[] a, Coordinate[] b) {
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            int order = Long.compare(LineIds.place(a[i]), LineIds.place(b[i]));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.length, b.length);
    }
}
