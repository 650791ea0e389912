package io.carriageway.city.counter;

import io.carriageway.city.world.Vehicle;
import java.util.OptionalDouble;

/**
 * The movement of a vehicle in a time in which it drives less than half a round. It never reverses, so its positions
 * before and after show whether it reached a point; bisection finds the instant.
 *
 * @param line metres along the lane
 * @param fromMetres first position of the vehicle along the lane; {@code toMetres} is the last
 */
record Leg(Vehicle vehicle, double line, double from, double fromMetres, double to, double toMetres) {

    /** Halvings of a few seconds, to some microseconds. */
    private static final int HALVINGS = 20;

    /** The time in [from, to) at which the middle of the vehicle reaches the line. */
    OptionalDouble reachesLine() {
        return reaches(line);
    }

    /** Time for which any part of the vehicle is on the line. */
    double occupiedSeconds() {
        double leaving = line + vehicle.lengthMetres() / 2;
        boolean isOnLine = metres(fromMetres, leaving) < vehicle.lengthMetres();
        double enters =
                isOnLine ? from : reaches(leaving - vehicle.lengthMetres()).orElse(to);
        return reaches(leaving).orElse(to) - enters;
    }

    private OptionalDouble reaches(double point) {
        double before = metres(fromMetres, point);
        if (metres(toMetres, point) <= before) {
            return OptionalDouble.empty();
        }
        double early = from;
        double late = to;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (early + late) / 2;
            if (metres(vehicle.at(middle).drivenMetres(), point) <= before) {
                early = middle;
            } else {
                late = middle;
            }
        }
        return OptionalDouble.of(early);
    }

    /** Distance along the lane to a point; from just behind the point, nearly a round. */
    private double metres(double driven, double point) {
        double round = vehicle.loop().circuit().lengthMetres();
        double ahead = (point - driven) % round;
        return ahead < 0 ? ahead + round : ahead;
    }
}
