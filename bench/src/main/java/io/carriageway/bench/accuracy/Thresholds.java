package io.carriageway.bench.accuracy;

import io.carriageway.vision.VehicleLabel;

/** From which confidence on a found vehicle of a kind is counted. */
interface Thresholds {
    double of(VehicleLabel label);
}
