package io.carriageway.bench.accuracy;

import io.carriageway.vision.VehicleLabel;

/** A vehicle that is in the picture, by its labels. */
record TrueVehicle(VehicleLabel label, Box box) {}
