package io.carriageway.geo.roads;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;

/**
 * The junctions of a network: points from which roads lead to at least three others. A road that the file contains
 * twice, once for each direction or as part of a relation, makes no junctions with itself.
 */
final class Junctions {

    private static final int NONE = -1;

    private final Long2IntOpenHashMap numbers = new Long2IntOpenHashMap();
    private final IntArrayList first = new IntArrayList();
    private final IntArrayList second = new IntArrayList();
    private final BitSet junctions = new BitSet();

    void add(Coordinate[] line) {
        for (int i = 1; i < line.length; i++) {
            int a = number(line[i - 1]);
            int b = number(line[i]);
            if (a != b) {
                join(a, b);
                join(b, a);
            }
        }
    }

    private int number(Coordinate point) {
        long place = LineIds.place(point);
        if (numbers.containsKey(place)) {
            return numbers.get(place);
        }
        numbers.put(place, first.size());
        first.add(NONE);
        second.add(NONE);
        return first.size() - 1;
    }

    private void join(int point, int other) {
        if (first.getInt(point) == NONE) {
            first.set(point, other);
        } else if (first.getInt(point) != other && second.getInt(point) == NONE) {
            second.set(point, other);
        } else if (first.getInt(point) != other && second.getInt(point) != other) {
            junctions.set(point);
        }
    }

    /** The pieces of a line between the junctions on it. */
    List<Coordinate[]> cut(Coordinate[] line) {
        int[] cuts = IntStream.range(0, line.length)
                .filter(i -> i == 0 || i == line.length - 1 || junctions.get(number(line[i])))
                .toArray();
        return IntStream.range(1, cuts.length)
                .mapToObj(i -> Arrays.copyOfRange(line, cuts[i - 1], cuts[i] + 1))
                .toList();
    }
}
