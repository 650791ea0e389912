package io.carriageway.city.counter;

import io.carriageway.city.world.Vehicle;
import java.util.ArrayList;
import java.util.List;

/**
 * A line across one lane. Times are seconds since the city's first instant.
 *
 * @param vehicles all vehicles of the lane
 * @param side of the block: 0 north, 1 east, 2 south, 3 west
 * @param beyondMiddleMetres distance of the line beyond the middle of that side, in the direction of travel
 */
public record CrossSection(List<Vehicle> vehicles, int side, double beyondMiddleMetres) {

    /** A time in which no vehicle drives half a round. */
    private static final double STEP_SECONDS = 12;

    /** The vehicles that cross the line in [from, to). */
    public Observed observe(double from, double to) {
        var passages = new ArrayList<Passage>();
        double occupied = 0;
        for (var vehicle : vehicles) {
            for (var leg : legs(vehicle, from, to)) {
                leg.reachesLine()
                        .ifPresent(at -> passages.add(
                                new Passage(vehicle.kind(), at, vehicle.at(at).speedMetresPerSecond())));
                occupied += leg.occupiedSeconds();
            }
        }
        return new Observed(List.copyOf(passages), occupied);
    }

    private List<Leg> legs(Vehicle vehicle, double from, double to) {
        double line = (side + 0.5) * vehicle.loop().circuit().quarterMetres() + beyondMiddleMetres;
        var legs = new ArrayList<Leg>();
        double metres = vehicle.at(from).drivenMetres();
        for (double time = from; time < to; time += STEP_SECONDS) {
            double next = Math.min(to, time + STEP_SECONDS);
            double nextMetres = vehicle.at(next).drivenMetres();
            legs.add(new Leg(vehicle, line, time, metres, next, nextMetres));
            metres = nextMetres;
        }
        return legs;
    }
}
