package io.carriageway.conditions;

import io.carriageway.event.FrameDetections;
import io.carriageway.geo.Zones;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.telemetry.Speeds;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Finds the zone of each detected frame's camera. Cameras rarely move, so H3 is called once for each camera. */
public final class LocateFrames extends RichMapFunction<ReceivedEvent<FrameDetections>, ZonePartial> {

    private record Place(double latitude, double longitude, String zoneId) {}

    private transient Zones zones;
    private transient Map<String, Place> placeByCamera;

    @Override
    public void open(OpenContext context) {
        zones = Zones.load();
        placeByCamera = new HashMap<>();
    }

    @Override
    public ZonePartial map(ReceivedEvent<FrameDetections> received) {
        var frame = received.event();
        return new ZonePartial(
                zoneOf(frame),
                frame.getCapturedAt().toEpochMilli(),
                1,
                frame.getDetections().size(),
                Speeds.none(),
                0);
    }

    private String zoneOf(FrameDetections frame) {
        double latitude = frame.getLatitude();
        double longitude = frame.getLongitude();
        var place = placeByCamera.get(frame.getCameraId());
        if (place == null || place.latitude() != latitude || place.longitude() != longitude) {
            place = new Place(latitude, longitude, zones.zoneIdAt(latitude, longitude));
            placeByCamera.put(frame.getCameraId(), place);
        }
        return place.zoneId();
    }
}
