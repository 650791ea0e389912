package io.carriageway.bench.accuracy;

import io.carriageway.bench.accuracy.label.Box;
import io.carriageway.vision.DetectedVehicle;
import io.carriageway.vision.PictureDetections;
import io.carriageway.vision.VehicleLabel;
import java.util.List;

/** A vehicle that the model found, with any confidence. */
record FoundVehicle(VehicleLabel label, double confidence, Box box) {

    static List<FoundVehicle> in(PictureDetections seen) {
        return seen.vehicles().stream()
                .map(vehicle -> of(vehicle, seen.width(), seen.height()))
                .toList();
    }

    private static FoundVehicle of(DetectedVehicle vehicle, double width, double height) {
        return new FoundVehicle(
                vehicle.label(),
                vehicle.confidence(),
                new Box(
                        vehicle.xMin() / width,
                        vehicle.yMin() / height,
                        vehicle.xMax() / width,
                        vehicle.yMax() / height));
    }
}
