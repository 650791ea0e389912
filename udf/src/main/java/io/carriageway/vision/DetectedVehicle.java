package io.carriageway.vision;

import java.util.Comparator;

/** A vehicle in a picture: a box in pixels of the picture, inside the picture, and a confidence rounded to 0.0001. */
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
