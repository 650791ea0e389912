package io.carriageway.bench.accuracy.label;

import io.carriageway.vision.VehicleLabel;

/** A vehicle in the picture according to its labels. */
public record TrueVehicle(VehicleLabel label, Box box) {}
