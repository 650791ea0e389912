package io.carriageway.telemetry;

/**
 * A position report after map matching.
 *
 * @param segmentId the matched segment; null if there is none: {@code outcome} says why
 * @param vehicleHash 64-bit hash of the vehicle's id, for counting different vehicles
 * @param speedMetresPerHour null if the report has no speed
 */
public record MatchedReport(
        Outcome outcome, String segmentId, long recordedAtMillis, long vehicleHash, Integer speedMetresPerHour) {

    /** Outcome of map matching. A report without a speed is not matched, because it is no speed sample. */
    public enum Outcome {
        MATCHED,
        WITHOUT_SPEED,
        OFF_ROAD,
        WRONG_HEADING
    }

    public boolean isMatched() {
        return outcome == Outcome.MATCHED;
    }
}
