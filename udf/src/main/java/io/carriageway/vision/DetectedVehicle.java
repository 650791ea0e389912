package io.carriageway.vision;

import java.util.Comparator;

/**
 * One vehicle in one picture: a box in the picture's own pixels, inside the picture, and a confidence rounded to
 * 0.0001.
 */
public record DetectedVehicle(VehicleLabel label, double confidence, float xMin, float yMin, float xMax, float yMax) {

    static final Comparator<DetectedVehicle> BY_FALLING_CONFIDENCE = Comparator.comparingDouble(
                    DetectedVehicle::confidence)
            .reversed()
            .thenComparing(DetectedVehicle::label)
            .thenComparing(DetectedVehicle::xMin)
            .thenComparing(DetectedVehicle::yMin)
            .thenComparing(DetectedVehicle::xMax)
            .thenComparing(DetectedVehicle::yMax);
}
