package io.carriageway.camera;

import io.carriageway.row.CameraTraffic1m;
import io.carriageway.window.RowAggregate;
import java.time.Instant;

/** Adds frames up to one row per camera and minute. */
public final class CameraMinute implements RowAggregate<String, FrameCount, CameraMinute.Sum, CameraTraffic1m> {

    /**
     * The sums so far; {@code modelId} is that of the newest frame, {@code newestMillis} its captured_at, so that the
     * order of arrival does not matter.
     */
    public record Sum(
            long frames,
            long bicycles,
            long cars,
            long motorcycles,
            long buses,
            long trucks,
            int vehicleMax,
            long occupancyPpm,
            String modelId,
            long newestMillis) {}

    @Override
    public long timeMillis(FrameCount frame) {
        return frame.capturedAtMillis();
    }

    @Override
    public Sum empty() {
        return new Sum(0, 0, 0, 0, 0, 0, 0, 0, "", Long.MIN_VALUE);
    }

    @Override
    public Sum add(Sum s, FrameCount f) {
        boolean newer = f.capturedAtMillis() > s.newestMillis
                || (f.capturedAtMillis() == s.newestMillis && f.modelId().compareTo(s.modelId) > 0);
        return new Sum(
                s.frames + 1,
                s.bicycles + f.bicycles(),
                s.cars + f.cars(),
                s.motorcycles + f.motorcycles(),
                s.buses + f.buses(),
                s.trucks + f.trucks(),
                Math.max(s.vehicleMax, f.vehicles()),
                s.occupancyPpm + f.occupancyPpm(),
                newer ? f.modelId() : s.modelId,
                Math.max(s.newestMillis, f.capturedAtMillis()));
    }

    @Override
    public CameraTraffic1m row(String cameraId, long windowStart, Sum s, boolean complete) {
        return new CameraTraffic1m(
                cameraId,
                Instant.ofEpochMilli(windowStart),
                s.frames,
                s.bicycles,
                s.cars,
                s.motorcycles,
                s.buses,
                s.trucks,
                s.vehicleMax,
                s.occupancyPpm,
                s.modelId,
                s.frames,
                0,
                complete);
    }
}
