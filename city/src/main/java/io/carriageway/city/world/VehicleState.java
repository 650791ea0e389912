package io.carriageway.city.world;

/**
 * Where a vehicle is at an instant, which way it heads and how fast. The three agree: heading is the direction of
 * motion and speed its rate.
 *
 * @param drivenMetres metres along the lane's centre from the middle of its block's north-western corner; starts anew
 *     at every full hour of the city, in which a lane is driven in whole rounds
 */
public record VehicleState(Vehicle vehicle, Place place, double speedMetresPerSecond, double drivenMetres) {

    /** The segment on which it drives. */
    public String segmentId() {
        return RoadNetwork.segmentId(
                vehicle.loop().block(), vehicle.loop().circuit().side(drivenMetres));
    }
}
