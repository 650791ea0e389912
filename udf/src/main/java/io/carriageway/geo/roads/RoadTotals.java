package io.carriageway.geo.roads;

import io.carriageway.geo.RoadSegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums the lengths of streets by class. */
final class RoadTotals {

    private static final Comparator<String> BY_NAME = Comparator.nullsLast(Comparator.naturalOrder());

    /** The order in which classes are listed; others follow by name. */
    private final List<String> order;

    private final Map<String, ClassLength> byClass = new HashMap<>();

    RoadTotals(List<String> order) {
        this.order = order;
    }

    /** Adds a street; one of its two directions is given. */
    void add(RoadSegment street) {
        var roadClass = street.attributes().roadClass();
        var one = new ClassLength(roadClass, 1, street.lengthMetres(), street.freeFlowKmh() == null ? 0 : 1);
        byClass.merge(
                String.valueOf(roadClass),
                one,
                (a, b) -> new ClassLength(
                        roadClass,
                        a.streets() + b.streets(),
                        a.metres() + b.metres(),
                        a.withFreeFlow() + b.withFreeFlow()));
    }

    List<ClassLength> lengths() {
        var lengths = new ArrayList<>(byClass.values());
        lengths.sort(Comparator.<ClassLength>comparingInt(each -> rank(each.roadClass()))
                .thenComparing(ClassLength::roadClass, BY_NAME));
        return lengths;
    }

    private int rank(String roadClass) {
        int rank = roadClass == null ? -1 : order.indexOf(roadClass);
        return rank < 0 ? order.size() : rank;
    }
}
