package io.carriageway.jobs.roads;

import io.carriageway.geo.RoadNetwork;
import io.carriageway.geo.RoadSegment;
import java.util.List;

/** The road network after the last change that the file contains. */
final class NewestVersions {

    private NewestVersions() {}

    /** A time after the last change. */
    static long timeMillis(RoadNetwork network) {
        return network.segments().stream()
                .mapToLong(segment -> segment.validFrom().toEpochMilli())
                .max()
                .orElse(0);
    }

    static List<RoadSegment> of(RoadNetwork network) {
        long time = timeMillis(network);
        return network.segments().stream()
                .filter(segment -> segment.validFrom().toEpochMilli() <= time
                        && (segment.validTo() == null
                                || time < segment.validTo().toEpochMilli()))
                .toList();
    }
}
