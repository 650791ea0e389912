package io.carriageway.camera;

import io.carriageway.row.CameraTraffic1m;
import io.carriageway.window.WindowAggregate;
import java.time.Instant;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/** Adds frames up to one row for each camera and minute. */
public final class CameraMinute implements WindowAggregate<String, FrameCount, CameraMinute.Sum, CameraTraffic1m> {

    /** The sums so far, and the id of the model that counted; empty before the first frame. */
    public record Sum(
            long frames,
            long bicycles,
            long cars,
            long motorcycles,
            long buses,
            long trucks,
            int vehicleMax,
            long areaOccupancyPpm,
            String modelId) {}

    @Override
    public long timeMillis(FrameCount frame) {
        return frame.capturedAtMillis();
    }

    @Override
    public Sum empty() {
        return new Sum(0, 0, 0, 0, 0, 0, 0, 0, "");
    }

    @Override
    public Sum add(Sum s, FrameCount f) {
        requireSameModel(s, f);
        return new Sum(
                s.frames + 1,
                s.bicycles + f.bicycles(),
                s.cars + f.cars(),
                s.motorcycles + f.motorcycles(),
                s.buses + f.buses(),
                s.trucks + f.trucks(),
                Math.max(s.vehicleMax, f.vehicles()),
                s.areaOccupancyPpm + f.areaOccupancyPpm(),
                f.modelId());
    }

    /**
     * Counts of two models must not be added. The model schedule and its guard ensure one model per minute. If they
     * fail, the job fails: no row is better than a mixed one.
     */
    private static void requireSameModel(Sum s, FrameCount f) {
        if (s.frames > 0 && !s.modelId.equals(f.modelId())) {
            throw new SuppressRestartsException(new IllegalStateException(
                    "The minute of %s of camera %s has frames counted by %s and by %s: see that option --model names one for it"
                            .formatted(
                                    Instant.ofEpochMilli(f.capturedAtMillis()), f.cameraId(), s.modelId, f.modelId())));
        }
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
                s.areaOccupancyPpm,
                s.modelId,
                s.frames,
                0,
                complete);
    }
}
