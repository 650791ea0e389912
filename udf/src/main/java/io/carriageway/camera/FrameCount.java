package io.carriageway.camera;

/** The contribution of one frame to its camera's minute. */
public record FrameCount(
        String cameraId,
        long capturedAtMillis,
        int bicycles,
        int cars,
        int motorcycles,
        int buses,
        int trucks,
        int areaOccupancyPpm,
        String modelId) {

    int vehicles() {
        return bicycles + cars + motorcycles + buses + trucks;
    }
}
