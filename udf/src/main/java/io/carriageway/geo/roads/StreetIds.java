package io.carriageway.geo.roads;

import io.carriageway.geo.format.MapWay;
import io.carriageway.geo.osm.TravelDirection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;

/**
 * Creates the ids of streets. A way that is one street has the way's id; a piece has the way's id and a number that
 * depends on the ends of the piece. So a piece keeps its id when the file is exported in another order, or when a new
 * road splits the way elsewhere. No id ever means another piece.
 */
final class StreetIds {

    private StreetIds() {}

    /** The id of each street, in the order of the streets. */
    static List<String> of(List<Street> streets) {
        var byWay = new HashMap<String, List<Street>>();
        streets.forEach(street -> byWay.computeIfAbsent(street.way().label(), label -> new ArrayList<>())
                .add(street));
        var ids = new IdentityHashMap<Street, String>(streets.size());
        byWay.values().forEach(pieces -> name(pieces, ids));
        return streets.stream().map(ids::get).toList();
    }

    /**
     * The line in the direction of travel. A line may have two streets in opposite directions; each direction is used
     * once.
     */
    private static Coordinate[] driven(Street street) {
        var line = street.line();
        if (street.direction() == TravelDirection.AGAINST) {
            line = line.clone();
            CoordinateArrays.reverse(line);
        }
        return line;
    }

    private static void name(List<Street> pieces, Map<Street, String> ids) {
        var sole = pieces.get(0);
        if (sole.way().id() == null) {
            pieces.forEach(piece -> ids.put(piece, LineIds.ofNameless(driven(piece))));
        } else if (pieces.size() == 1 && sole.isWhole() && sole.way().kind() != MapWay.Kind.EDGE) {
            ids.put(sole, sole.way().id());
        } else {
            var sameEnds = new HashMap<String, Integer>();
            pieces.forEach(piece -> sameEnds.merge(LineIds.ofEnds(piece.line()), 1, Integer::sum));
            pieces.forEach(piece -> {
                var ends = LineIds.ofEnds(piece.line());
                boolean isSole = sameEnds.get(ends) == 1;
                ids.put(piece, piece.way().id() + "#" + (isSole ? ends : LineIds.ofAll(driven(piece))));
            });
        }
    }
}
