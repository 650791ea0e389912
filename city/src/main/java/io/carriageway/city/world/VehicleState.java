package io.carriageway.city.world;

/**
 * Where a vehicle is at an instant, which way it heads and how fast. The three agree: heading is the direction of
 * motion and speed its rate.
 *
 * @param drivenMetres metres along the lane's centre since the city began
 */
public record VehicleState(Vehicle vehicle, Place place, double speedMetresPerSecond, double drivenMetres) {}
