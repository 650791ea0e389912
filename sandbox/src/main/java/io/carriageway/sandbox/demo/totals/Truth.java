package io.carriageway.sandbox.demo.totals;

import io.carriageway.city.City;
import io.carriageway.city.CityCamera;
import io.carriageway.event.FrameDetections;

/**
 * What a camera really had before it. The city is made again from its options, and a detection is matched to its frame
 * by the slot that ends the frame's id; that the times agree shows that it is the same city.
 */
public record Truth(City city) {

    /** The vehicles that the frame shows, as the city defines visible. */
    public int vehiclesIn(FrameDetections frame) {
        return city.truth(indexOf(frame)).size();
    }

    private long indexOf(FrameDetections frame) {
        var id = frame.getFrameId();
        var camera = city.cameras().stream().map(CityCamera::id).toList().indexOf(frame.getCameraId());
        if (camera < 0 || !id.matches(frame.getCameraId() + "-\\d+")) {
            throw new IllegalStateException("frame " + id + " is not of this city");
        }
        var slot = Long.parseLong(id.substring(frame.getCameraId().length() + 1));
        var index = slot * city.cameras().size() + camera;
        if (!city.capturedAt(index).equals(frame.getCapturedAt())) {
            throw new IllegalStateException("frame " + id + " was not taken at " + frame.getCapturedAt());
        }
        return index;
    }
}
