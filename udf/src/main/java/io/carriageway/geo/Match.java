package io.carriageway.geo;

/** The result of map matching. */
public sealed interface Match {

    /** The position is on this segment. */
    record OnSegment(String segmentId) implements Match {}

    /** No segment is within reach. */
    record OffRoad() implements Match {}

    /** Segments are within reach, but none in the vehicle's direction. */
    record WrongHeading() implements Match {}
}
