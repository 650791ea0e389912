package io.carriageway.city.world;

import io.carriageway.event.AccidentKind;
import io.carriageway.event.AccidentSeverity;

/**
 * An accident as it truly is: it closes one lane from soon after it occurred until it is resolved.
 *
 * @param side the side of the block: 0 north, 1 east, 2 south, 3 west
 * @param place on the lane's centre, facing the way of traffic
 * @param occurredSeconds whole seconds since the city's first instant, as is resolvedSeconds
 * @param casualties 0 only where nobody can tell how bad it was, with severity UNKNOWN
 */
public record Accident(
        long number,
        int block,
        int lane,
        int side,
        Place place,
        double occurredSeconds,
        double resolvedSeconds,
        AccidentKind kind,
        AccidentSeverity severity,
        int vehicles,
        int casualties,
        int pedestrians,
        int cycles) {
    /** A lane's clock is up to 5 s off the city's, so that no lane is closed before there is a reason. */
    private static final double REACTION_SECONDS = 6;

    private static final double EASE_SECONDS = 15;

    public String segmentId() {
        return RoadNetwork.segmentId(block, side);
    }

    /** How much of the lane is closed: 0 before and after, 1 in between, eased. */
    double blocking(double seconds) {
        double closing = SmoothNoise.eased((seconds - occurredSeconds - REACTION_SECONDS) / EASE_SECONDS);
        return closing * (1 - SmoothNoise.eased((seconds - resolvedSeconds) / EASE_SECONDS));
    }

    /** Where {@link #blocking} changes from one polynomial to another. */
    double[] blockingMarks() {
        double closes = occurredSeconds + REACTION_SECONDS;
        return new double[] {closes, closes + EASE_SECONDS, resolvedSeconds, resolvedSeconds + EASE_SECONDS};
    }
}
