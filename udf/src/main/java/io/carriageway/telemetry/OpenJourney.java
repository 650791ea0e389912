package io.carriageway.telemetry;

import io.carriageway.row.Journey;
import java.time.Instant;

/**
 * A journey from its first point to the last one before which no other can arrive any more.
 *
 * @param maxMetresPerHour greatest reported speed; null if no report had one
 * @param kept the last point that counts for the distance
 * @param strays number of latest points that are implausible from {@code kept} while each is plausible from the one
 *     before it
 * @param implausible number of points that the distance leaves out
 */
public record OpenJourney(
        long startedAtMillis,
        JourneyPoint last,
        long distanceMillimetres,
        long samples,
        Long maxMetresPerHour,
        JourneyPoint kept,
        int strays,
        long implausible) {

    /**
     * Number of successive strays after which they are believed: then the kept point was wrong, or the vehicle was
     * moved.
     */
    private static final int BELIEVED_STRAYS = 3;

    private static final long MILLIMETRES_PER_METRE = 1_000;
    private static final long MILLIS_PER_HOUR = 3_600_000;

    static OpenJourney startingAt(JourneyPoint first) {
        return new OpenJourney(first.timeMillis(), first, 0, 1, maxOf(null, first), first, 0, 0);
    }

    OpenJourney to(JourneyPoint next) {
        var step = Step.between(kept, next);
        if (step.isPlausible()) {
            return with(next, distanceMillimetres + step.millimetres(), next, 0, implausible);
        }
        boolean goesOn = strays > 0 && Step.between(last, next).isPlausible();
        int successive = goesOn ? strays + 1 : 1;
        return successive == BELIEVED_STRAYS
                ? with(next, distanceMillimetres, next, 0, implausible + 1)
                : with(next, distanceMillimetres, kept, successive, implausible + 1);
    }

    private OpenJourney with(JourneyPoint next, long distance, JourneyPoint nowKept, int nowStrays, long leftOut) {
        return new OpenJourney(
                startedAtMillis,
                next,
                distance,
                samples + 1,
                maxOf(maxMetresPerHour, next),
                nowKept,
                nowStrays,
                leftOut);
    }

    private static Long maxOf(Long max, JourneyPoint point) {
        var speed = point.speedMetresPerHour();
        if (speed == null) {
            return max;
        }
        return max == null ? speed.longValue() : Math.max(max, speed);
    }

    Journey row(String vehicleId) {
        long duration = last.timeMillis() - startedAtMillis;
        return new Journey(
                vehicleId,
                Instant.ofEpochMilli(startedAtMillis),
                Instant.ofEpochMilli(last.timeMillis()),
                (distanceMillimetres + MILLIMETRES_PER_METRE / 2) / MILLIMETRES_PER_METRE,
                samples,
                implausible,
                duration == 0 ? null : distanceMillimetres * (MILLIS_PER_HOUR / MILLIMETRES_PER_METRE) / duration,
                maxMetresPerHour,
                samples,
                0,
                true);
    }
}
