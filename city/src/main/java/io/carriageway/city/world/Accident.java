package io.carriageway.city.world;

import io.carriageway.event.AccidentKind;
import io.carriageway.event.AccidentSeverity;

/**
 * The truth about an accident. It closes one lane from soon after it occurs until it is resolved.
 *
 * @param side the side of the block: 0 north, 1 east, 2 south, 3 west
 * @param place on the lane's centre, in the direction of traffic
 * @param occurredSeconds whole seconds since the city's first instant, as is resolvedSeconds
 * @param casualties 0 only with severity UNKNOWN
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
    /**
     * Delay of the closure: a lane's clock differs from the city's by up to 5 s, and no lane may close before its
     * accident.
     */
    private static final double REACTION_SECONDS = 6;

    private static final double EASE_SECONDS = 15;

    public String segmentId() {
        return RoadNetwork.segmentId(block, side);
    }

    /** The share of the lane that is closed: 0 before and after, 1 in between, with smooth transitions. */
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
