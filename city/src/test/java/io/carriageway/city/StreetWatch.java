package io.carriageway.city;

import io.carriageway.city.world.LocalProjection;
import io.carriageway.city.world.VehicleKind;
import io.carriageway.city.world.VehicleState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Observes all vehicles of the city every quarter second, independently of how their movement is computed. */
final class StreetWatch {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration BETWEEN_CLOSE_LOOKS = Duration.ofMillis(100);

    /** A vehicle whose middle crossed the line of a site. */
    record Seen(String site, String lane, Instant minute, VehicleKind kind, double kmh) {}

    private final City city;
    private final LocalProjection plane;

    StreetWatch(City city) {
        this.city = city;
        this.plane = World.of(city.options()).plane();
    }

    /** Share of observations at which a vehicle of the lane is on the line of the site. */
    double occupied(Counter site, String lane, Instant from, int seconds) {
        int looks = 0;
        int occupied = 0;
        for (var at = from; at.isBefore(from.plusSeconds(seconds)); at = at.plus(BETWEEN_CLOSE_LOOKS)) {
            boolean isOccupied = city.vehiclesAt(at).stream()
                    .filter(state -> onSegment(state, site) && lane(state).equals(lane))
                    .anyMatch(state ->
                            Math.abs(metresPast(state, site)) < state.vehicle().lengthMetres() / 2);
            looks++;
            occupied += isOccupied ? 1 : 0;
        }
        return occupied / (double) looks;
    }

    /** The vehicles whose middle crossed the line of a site in that time, each with its minute. */
    List<Seen> passing(Instant from, Instant end) {
        var seen = new ArrayList<Seen>();
        var before = new HashMap<String, Double>();
        for (var at = from; !at.isAfter(end); at = at.plus(BETWEEN_LOOKS)) {
            for (var state : city.vehiclesAt(at)) {
                for (var site : city.counters().sites()) {
                    var vehicleAtSite = state.vehicle().id() + site.id();
                    var was = before.remove(vehicleAtSite);
                    if (onSegment(state, site)) {
                        double past = metresPast(state, site);
                        before.put(vehicleAtSite, past);
                        if (was != null && was < 0 && past >= 0) {
                            seen.add(seen(state, site, at, was, past));
                        }
                    }
                }
            }
        }
        return seen;
    }

    /** The time and speed of the crossing, from the positions at the previous observation and this one. */
    private static Seen seen(VehicleState state, Counter site, Instant at, double was, double past) {
        double sinceMillis = past / (past - was) * BETWEEN_LOOKS.toMillis();
        long millis = Math.round(at.toEpochMilli() - sinceMillis);
        return new Seen(
                site.id(),
                lane(state),
                Instant.ofEpochMilli(millis - millis % 60_000),
                state.vehicle().kind(),
                (past - was) / BETWEEN_LOOKS.toMillis() * 3_600);
    }

    private static boolean onSegment(VehicleState state, Counter site) {
        return state.segmentId().equals(site.segmentId());
    }

    private static String lane(VehicleState state) {
        return state.vehicle().kind() == VehicleKind.BICYCLE
                ? "cycle"
                : String.valueOf(state.vehicle().loop().lane() + 1);
    }

    /** Distance of a vehicle beyond the site, in its direction of travel. */
    private double metresPast(VehicleState state, Counter site) {
        double north = state.place().northMetres()
                - (site.latitude() - plane.latitude(0)) / (plane.latitude(1) - plane.latitude(0));
        double east = state.place().eastMetres()
                - (site.longitude() - plane.longitude(0)) / (plane.longitude(1) - plane.longitude(0));
        return north * Math.cos(state.place().headingRadians())
                + east * Math.sin(state.place().headingRadians());
    }
}
