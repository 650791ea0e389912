package io.carriageway.bench.accuracy;

import io.carriageway.vision.VehicleLabel;

/** The confidence thresholds from which found vehicles count, by kind. */
interface Thresholds {
    double of(VehicleLabel label);
}
