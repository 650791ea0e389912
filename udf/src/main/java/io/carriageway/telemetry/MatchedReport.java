package io.carriageway.telemetry;

/**
 * A position report that was looked up in the road network.
 *
 * @param segmentId the segment it is on; null where it has none, for the reason that {@code outcome} gives
 * @param vehicleHash 64 bits that stand for the vehicle where vehicles are counted
 * @param speedMetresPerHour null where the report has none
 */
public record MatchedReport(
        Outcome outcome, String segmentId, long recordedAtMillis, long vehicleHash, Integer speedMetresPerHour) {

    /** What became of the look-up. A report without a speed is not looked up: it is no sample of any segment. */
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
