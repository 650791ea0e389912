package io.carriageway.city;

import io.carriageway.city.world.VehicleKind;
import java.io.Serializable;

/**
 * The truth about one vehicle in one picture: a box in pixels, clipped to the picture, and the share of it in the
 * picture that is not hidden.
 */
public record VisibleVehicle(
        String vehicleId, VehicleKind kind, double xMin, double yMin, double xMax, double yMax, double visibleFraction)
        implements Serializable {}
