package io.carriageway.vision;

import java.util.List;

/**
 * What a model saw in one picture, and the picture's size in pixels. Vehicles by falling confidence; no ties are left
 * to chance.
 */
public record PictureDetections(int width, int height, List<DetectedVehicle> vehicles) {

    public PictureDetections {
        vehicles =
                vehicles.stream().sorted(DetectedVehicle.BY_FALLING_CONFIDENCE).toList();
    }
}
