package io.carriageway.city.world;

/**
 * Position, heading and speed of a vehicle at an instant. They agree: heading and speed are those of the motion of the
 * position.
 *
 * @param drivenMetres metres along the lane's centre from the middle of its block's north-western corner; restarts at
 *     every full hour of the city, in which a lane is driven in whole rounds
 */
public record VehicleState(Vehicle vehicle, Place place, double speedMetresPerSecond, double drivenMetres) {

    /** The segment on which it drives. */
    public String segmentId() {
        return RoadNetwork.segmentId(
                vehicle.loop().block(), vehicle.loop().circuit().side(drivenMetres));
    }
}
