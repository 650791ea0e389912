package io.carriageway.geo;

/** Where a position is in the road network. */
public sealed interface Match {

    /** On this segment. */
    record OnSegment(String segmentId) implements Match {}

    /** Near no segment. */
    record OffRoad() implements Match {}

    /** Near segments of which none runs its way. */
    record WrongHeading() implements Match {}
}
