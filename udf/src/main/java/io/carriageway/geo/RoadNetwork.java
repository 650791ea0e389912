package io.carriageway.geo;

import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The directed road segments of a city, ordered by segment_id and validity. At any time there is at most one version of
 * a segment.
 */
public record RoadNetwork(List<RoadSegment> segments) implements Serializable {

    public RoadNetwork {
        segments = segments.stream()
                .sorted(Comparator.comparing(RoadSegment::segmentId).thenComparing(RoadSegment::validFrom))
                .toList();
        for (int i = 1; i < segments.size(); i++) {
            refuseOverlap(segments.get(i - 1), segments.get(i));
        }
    }

    /**
     * Reads a network.
     *
     * @param geoJson a FeatureCollection of LineStrings; docs/jobs/telemetry.md tells their properties
     * @param location where it comes from, for messages
     * @throws IllegalArgumentException where it is no such file; names the feature that is wrong
     */
    public static RoadNetwork parse(byte[] geoJson, String location) throws IOException {
        return new RoadNetwork(new GeoJsonRoads(location).read(geoJson));
    }

    private static void refuseOverlap(RoadSegment first, RoadSegment second) {
        if (first.segmentId().equals(second.segmentId()) && endOf(first).isAfter(second.validFrom())) {
            throw new IllegalArgumentException(
                    "two features describe segment '%s' at %s; the earlier one must have a valid_to at or before that"
                            .formatted(first.segmentId(), second.validFrom()));
        }
    }

    private static Instant endOf(RoadSegment segment) {
        return segment.validTo() == null ? Instant.MAX : segment.validTo();
    }
}
