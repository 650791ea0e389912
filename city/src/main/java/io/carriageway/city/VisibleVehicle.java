package io.carriageway.city;

import io.carriageway.city.world.VehicleKind;
import java.io.Serializable;

/**
 * The truth about one vehicle in one picture: a box in pixels, clipped to the picture, and how much of what lies in the
 * picture is not hidden behind something else.
 */
public record VisibleVehicle(
        String vehicleId, VehicleKind kind, double xMin, double yMin, double xMax, double yMax, double visibleFraction)
        implements Serializable {}
