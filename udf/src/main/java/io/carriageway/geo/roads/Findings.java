package io.carriageway.geo.roads;

import io.carriageway.text.Printable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects findings about a road file by kind, with the ids of the first features of each kind. */
final class Findings {

    private static final int SHOWN = 10;

    private final Map<String, List<String>> ids = new TreeMap<>();
    private final Map<String, Long> counts = new TreeMap<>();

    void add(String what, String id) {
        var shown = ids.computeIfAbsent(Printable.of(what), each -> new ArrayList<>());
        if (shown.size() < SHOWN) {
            shown.add(Printable.of(id));
        }
        counts.merge(Printable.of(what), 1L, Long::sum);
    }

    /** The same with values of this feature, which are shown only for the first one. */
    void add(String what, String id, String example) {
        add(what, counts.containsKey(Printable.of(what)) || example.isEmpty() ? id : "%s (%s)".formatted(id, example));
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    /** The findings, most frequent first. */
    List<Tally> tallies() {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new Tally(entry.getKey(), entry.getValue(), List.copyOf(ids.get(entry.getKey()))))
                .toList();
    }
}
