package io.carriageway.geo;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The directed road segments of a city, sorted by segment_id and validity. A segment has at most one version at any
 * time.
 */
public record RoadNetwork(List<RoadSegment> segments) implements Serializable {

    public RoadNetwork {
        segments = segments.stream()
                .sorted(Comparator.comparing(RoadSegment::segmentId).thenComparing(RoadSegment::validFrom))
                .toList();
        var overlaps = new ArrayList<String>();
        for (int i = 1; i < segments.size(); i++) {
            if (overlap(segments.get(i - 1), segments.get(i))) {
                overlaps.add(
                        "two features describe segment '%s' at %s; the earlier one must have a valid_to at or before that"
                                .formatted(
                                        segments.get(i).segmentId(),
                                        segments.get(i).validFrom()));
            }
        }
        if (!overlaps.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", overlaps));
        }
    }

    private static boolean overlap(RoadSegment first, RoadSegment second) {
        return first.segmentId().equals(second.segmentId()) && endOf(first).isAfter(second.validFrom());
    }

    private static Instant endOf(RoadSegment segment) {
        return segment.validTo() == null ? Instant.MAX : segment.validTo();
    }
}
