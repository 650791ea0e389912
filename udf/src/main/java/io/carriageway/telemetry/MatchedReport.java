package io.carriageway.telemetry;

/**
 * A position report that was looked up in the road network.
 *
 * @param segmentId the segment it is on; null where it has none, for the reason that {@code outcome} gives
 * @param vehicleHash 64 bits that stand for the vehicle where vehicles are counted
 */
public record MatchedReport(
        Outcome outcome, String segmentId, long recordedAtMillis, long vehicleHash, int speedMetresPerHour) {

    /** What became of the look-up. */
    public enum Outcome {
        MATCHED,
        OFF_ROAD,
        WRONG_HEADING
    }

    public boolean isMatched() {
        return outcome == Outcome.MATCHED;
    }
}
