package io.carriageway.sandbox.demo.totals;

import java.time.Instant;

/** The newest minute of one camera, vehicles as means over its frames. */
public record MinuteRow(
        String cameraId,
        String cameraName,
        Instant minute,
        long frames,
        double bicycles,
        double cars,
        double motorcycles,
        double buses,
        double trucks,
        double vehicles,
        double areaOccupancyPercent,
        String crowding) {}
