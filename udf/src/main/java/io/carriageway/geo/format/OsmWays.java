package io.carriageway.geo.format;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the roads of an OpenStreetMap file, each once. A history file has several versions of a way; the newest is
 * used. Merged extracts have copies of the ways that they share.
 */
final class OsmWays {

    private static final String DIFFERENT =
            "its copies in the file differ, and no version says which is newer; merge extracts of one day, or with"
                    + " versions (Overpass: out meta)";

    private final Map<Long, OsmWay> ways = new LinkedHashMap<>();
    private final LongOpenHashSet repeated = new LongOpenHashSet();
    private final LongOpenHashSet different = new LongOpenHashSet();
    private final LongOpenHashSet nodes = new LongOpenHashSet();

    /** Adds a way if it is a road, or if an older version of it is. */
    void add(OsmWay way) {
        var before = ways.get(way.id());
        if (way.isRoad()) {
            nodes.addAll(LongArrayList.wrap(way.nodes()));
        }
        if (before == null) {
            if (way.isRoad()) {
                ways.put(way.id(), way);
            }
        } else if (way.isOtherVersionThan(before)) {
            repeated.add(way.id());
            if (way.version() > before.version()) {
                ways.put(way.id(), way);
                different.remove(way.id());
            }
        } else if (way.isRoad() && before.isRoad()) {
            // a copy without tags is no road: Overpass writes it for members of relations
            repeated.add(way.id());
            before.joined(way).ifPresentOrElse(joined -> ways.put(way.id(), joined), () -> different.add(way.id()));
        }
    }

    /** The nodes of all roads. */
    LongOpenHashSet nodes() {
        return nodes;
    }

    /** The roads in the order of the file. */
    List<MapWay> ways(NodePlaces places) {
        var all = new ArrayList<MapWay>();
        for (var way : ways.values()) {
            if (way.isRoad()) {
                boolean isDifferent = different.contains(way.id());
                var shape = isDifferent ? new Shape.Broken(DIFFERENT) : NodePlaces.shape(way.points(places));
                boolean isRepeated = repeated.contains(way.id()) && !isDifferent;
                all.add(new MapWay(all.size() + 1, "way/" + way.id(), MapWay.Kind.WAY, way.tags(), shape, isRepeated));
            }
        }
        return all;
    }
}
