package io.carriageway.geo.roads;

import io.carriageway.geo.RoadSegment;
import io.carriageway.geo.format.GeoJsonFeature;
import io.carriageway.geo.format.Shape;
import io.carriageway.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * Reads road segments from GeoJSON in our own format. Files in it are written for us, so any fault is an error, and all
 * faults are reported at once. Nothing is filtered, split or merged.
 */
final class ContractRoads {

    /** Properties that only our own format has. */
    private static final Set<String> PROPERTIES =
            Set.of("segment_id", "reverse_segment_id", "free_flow_kmh", "valid_from", "valid_to");

    private static final int SHOWN_FAULTS = 50;

    private final GeometryFactory geometry = new GeometryFactory();
    private final List<String> faults = new ArrayList<>();
    private final List<RoadSegment> segments = new ArrayList<>();
    private final RoadTotals totals = new RoadTotals(List.of());
    private final Findings leftOut = new Findings();
    private final String location;

    ContractRoads(String location) {
        this.location = location;
    }

    static boolean isOurs(GeoJsonFeature feature) {
        return PROPERTIES.stream().anyMatch(feature.node().path("properties")::has);
    }

    /**
     * Reads the segments.
     *
     * @throws IllegalArgumentException if features are wrong; the message names each, and what is wrong with it
     */
    void read(List<GeoJsonFeature> features, SwappedPositions swapped) {
        boolean isNameless = features.stream()
                .noneMatch(each -> each.node().hasNonNull("id")
                        || each.node().path("properties").hasNonNull("segment_id"));
        for (var feature : features) {
            try {
                addDirections(feature, isNameless, swapped);
            } catch (IllegalArgumentException e) {
                faults.add(
                        "feature %d of %s (counted from 1): %s".formatted(feature.number(), location, e.getMessage()));
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(message());
        }
    }

    private String message() {
        var lines = new ArrayList<String>();
        if (faults.size() > 1) {
            lines.add("%d features of %s are wrong:".formatted(faults.size(), location));
        }
        lines.addAll(faults.subList(0, Math.min(SHOWN_FAULTS, faults.size())));
        if (faults.size() > SHOWN_FAULTS) {
            lines.add("and %d more".formatted(faults.size() - SHOWN_FAULTS));
        }
        // without a cause, which would repeat the message with the file's control characters unescaped
        lines.replaceAll(Printable::of);
        return String.join("\n", lines);
    }

    private void addDirections(GeoJsonFeature feature, boolean isNameless, SwappedPositions swapped) {
        var points = points(feature.shape());
        var road = new RoadProperties(feature.node(), isNameless ? LineIds.ofNameless(points) : null);
        var line = geometry.createLineString(points);
        var directions = directions(road, line);
        var limit = RoadLineCheck.fault(points).or(() -> swapped.fault(points));
        if (limit.isPresent()) {
            leftOut.add(limit.get(), road.segmentId());
            return;
        }
        segments.addAll(directions);
        totals.add(directions.get(0));
    }

    private static List<RoadSegment> directions(RoadProperties road, LineString line) {
        return switch (road.direction()) {
            case BOTH ->
                List.of(road.segment(road.segmentId(), line), road.segment(road.reverseSegmentId(), line.reverse()));
            case AGAINST -> List.of(road.segment(road.segmentId(), line.reverse()));
            default -> List.of(road.segment(road.segmentId(), line));
        };
    }

    /** The line without points that repeat the one before: a piece without length has no direction. */
    private static Coordinate[] points(Shape shape) {
        if (shape instanceof Shape.Lines lines && lines.lines().size() == 1) {
            var points = RoadLineCheck.withoutRepeats(lines.lines().get(0));
            RoadLineCheck.shapeFault(points).ifPresent(fault -> {
                throw new IllegalArgumentException(fault);
            });
            return points;
        }
        throw new IllegalArgumentException(fault(shape));
    }

    private static String fault(Shape shape) {
        if (shape instanceof Shape.Broken broken) {
            return broken.fault();
        }
        if (shape instanceof Shape.NoLine other) {
            return "its geometry is %s, not a LineString".formatted(other.type());
        }
        return "its geometry is a MultiLineString, and a segment is one line; give each line an id of its own";
    }

    List<RoadSegment> segments() {
        return segments;
    }

    RoadReport report(int features) {
        var attribution = segments.stream()
                .map(segment -> segment.attributes().attribution())
                .filter(each -> each != null)
                .findFirst()
                .orElse(null);
        return new RoadReport(
                location,
                "GeoJSON of Carriageway's own form",
                features,
                segments.size(),
                totals.lengths(),
                List.of(),
                leftOut.tallies(),
                List.of(),
                attribution);
    }
}
