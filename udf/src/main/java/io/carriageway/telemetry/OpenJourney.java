package io.carriageway.telemetry;

import io.carriageway.geo.Earth;
import io.carriageway.row.Journey;
import java.time.Instant;

/** A journey from its first point to the last that nothing can come before any more. */
public record OpenJourney(
        long startedAtMillis, JourneyPoint last, long distanceMillimetres, long samples, long maxMetresPerHour) {

    private static final double MILLIMETRES = 1_000;
    private static final long MILLIMETRES_PER_METRE = 1_000;
    private static final long MILLIS_PER_HOUR = 3_600_000;

    static OpenJourney startingAt(JourneyPoint first) {
        return new OpenJourney(first.timeMillis(), first, 0, 1, first.speedMetresPerHour());
    }

    /** Each step is rounded by itself, so that the sum is of integers. */
    OpenJourney to(JourneyPoint next) {
        double step = Earth.distanceMetres(last.latitude(), last.longitude(), next.latitude(), next.longitude());
        return new OpenJourney(
                startedAtMillis,
                next,
                distanceMillimetres + Math.round(step * MILLIMETRES),
                samples + 1,
                Math.max(maxMetresPerHour, next.speedMetresPerHour()));
    }

    Journey row(String vehicleId) {
        long duration = last.timeMillis() - startedAtMillis;
        return new Journey(
                vehicleId,
                Instant.ofEpochMilli(startedAtMillis),
                Instant.ofEpochMilli(last.timeMillis()),
                (distanceMillimetres + MILLIMETRES_PER_METRE / 2) / MILLIMETRES_PER_METRE,
                samples,
                duration == 0 ? null : distanceMillimetres * (MILLIS_PER_HOUR / MILLIMETRES_PER_METRE) / duration,
                maxMetresPerHour,
                samples,
                0,
                true);
    }
}
