package io.carriageway.jobs.roads;

import com.fasterxml.jackson.core.JsonGenerator;
import io.carriageway.geo.Match;
import io.carriageway.geo.SegmentFinder;
import io.carriageway.geo.roads.RoadGeoJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Matches points to segments, and counts the outcomes. */
final class MatchedPoints {

    private enum Outcome {
        MATCHED,
        OFF_ROAD,
        WRONG_HEADING,
        POSITION_ZERO
    }

    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    private final SegmentFinder finder;
    private final long timeMillis;
    private Points points;

    MatchedPoints(SegmentFinder finder, long timeMillis) {
        this.finder = finder;
        this.timeMillis = timeMillis;
    }

    /**
     * Writes each point as a GeoJSON feature with its outcome.
     *
     * @param attribution text that must be shown with the roads; null if none is required
     */
    void write(Points points, String attribution, OutputStream out) throws IOException {
        this.points = points;
        try (var json = RoadGeoJson.begin(attribution, out)) {
            for (var point : points.points()) {
                write(point, json);
            }
        }
    }

    private void write(Points.Point point, JsonGenerator json) throws IOException {
        var match = finder.find(point.latitude(), point.longitude(), point.headingDegrees(), timeMillis);
        var outcome = outcome(point, match);
        counts.merge(outcome, 1L, Long::sum);
        RoadGeoJson.beginFeature(json);
        json.writeStringField("outcome", outcome.name().toLowerCase(Locale.ROOT));
        if (match instanceof Match.OnSegment on) {
            json.writeStringField("segment_id", on.segmentId());
        }
        if (point.headingDegrees() != null) {
            json.writeNumberField("heading", point.headingDegrees());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("geometry");
        json.writeStringField("type", "Point");
        json.writeFieldName("coordinates");
        json.writeArray(new double[] {point.longitude(), point.latitude()}, 0, 2);
        json.writeEndObject();
        json.writeEndObject();
    }

    /** The outcome of a point. The jobs reject positions that are exactly 0, 0. */
    private static Outcome outcome(Points.Point point, Match match) {
        if (match instanceof Match.OnSegment) {
            return Outcome.MATCHED;
        }
        if (point.latitude() == 0 && point.longitude() == 0) {
            return Outcome.POSITION_ZERO;
        }
        return match instanceof Match.OffRoad ? Outcome.OFF_ROAD : Outcome.WRONG_HEADING;
    }

    /** Whether no point lies on a road. */
    boolean isNone() {
        return count(Outcome.MATCHED) == 0;
    }

    /** The number of points by outcome; the outcomes add up to the first number. */
    List<String> lines() {
        long all = points.points().size() + points.unreadable();
        var counted = String.format(
                Locale.ROOT,
                "Points: %d, matched %d (%.2f%%), off the road %d, against the direction %d, at 0,0 (position-zero) %d,"
                        + " unreadable %d",
                all,
                count(Outcome.MATCHED),
                all == 0 ? 0.0 : 100.0 * count(Outcome.MATCHED) / all,
                count(Outcome.OFF_ROAD),
                count(Outcome.WRONG_HEADING),
                count(Outcome.POSITION_ZERO),
                points.unreadable());
        return points.firstFault() == null
                ? List.of(counted)
                : List.of(counted, "First unreadable, " + points.firstFault());
    }

    private long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }
}
