package io.carriageway.vision;

import java.util.List;

/**
 * The detections in a picture, and the picture's size in pixels. Vehicles are in descending order of confidence; equal
 * ones are in a fixed order.
 */
public record PictureDetections(int width, int height, List<DetectedVehicle> vehicles) {

    public PictureDetections {
        vehicles =
                vehicles.stream().sorted(DetectedVehicle.BY_FALLING_CONFIDENCE).toList();
    }
}
