package io.carriageway.bench.accuracy.label;

import io.carriageway.vision.VehicleLabel;

/** A vehicle that is in the picture, by its labels. */
public record TrueVehicle(VehicleLabel label, Box box) {}
