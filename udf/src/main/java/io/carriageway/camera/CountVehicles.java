package io.carriageway.camera;

import io.carriageway.event.Detection;
import io.carriageway.event.FrameDetections;
import io.carriageway.vision.VehicleLabel;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Counts a frame's boxes by class, and computes the share of the camera's road that they cover. */
public final class CountVehicles extends RichMapFunction<FrameDetections, FrameCount> {

    private final Map<String, String> carriagewayWktByCamera;

    private transient Map<String, RegionOfInterest> regions;
    private transient RegionOfInterest wholePicture;

    /**
     * @param carriagewayWktByCamera carriageway polygons as WKT (see {@link RegionOfInterest#parse}) by camera_id; a
     *     camera that is absent has none
     */
    public CountVehicles(Map<String, String> carriagewayWktByCamera) {
        this.carriagewayWktByCamera = Map.copyOf(carriagewayWktByCamera);
    }

    @Override
    public void open(OpenContext context) {
        regions = new HashMap<>();
        carriagewayWktByCamera.forEach((camera, wkt) -> regions.put(camera, RegionOfInterest.parse(wkt)));
        wholePicture = RegionOfInterest.wholePicture();
    }

    @Override
    public FrameCount map(FrameDetections frame) {
        var region = regions.getOrDefault(frame.getCameraId(), wholePicture);
        return new FrameCount(
                frame.getCameraId(),
                frame.getCapturedAt().toEpochMilli(),
                count(frame, VehicleLabel.BICYCLE),
                count(frame, VehicleLabel.CAR),
                count(frame, VehicleLabel.MOTORCYCLE),
                count(frame, VehicleLabel.BUS),
                count(frame, VehicleLabel.TRUCK),
                region.areaOccupancyPpm(frame.getDetections(), frame.getImageWidth(), frame.getImageHeight()),
                frame.getModelId());
    }

    private static int count(FrameDetections frame, VehicleLabel label) {
        int count = 0;
        for (Detection detection : frame.getDetections()) {
            if (detection.getLabel().equals(label.text())) {
                count++;
            }
        }
        return count;
    }
}
