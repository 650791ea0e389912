package io.carriageway.sandbox.demo.totals;

import io.carriageway.city.City;
import io.carriageway.city.CityCamera;
import io.carriageway.event.FrameDetections;

/**
 * The true vehicles before a camera. The city is created again from its options, and the number at the end of a frame's
 * id finds the frame of a detection. Equal times prove that it is the same city.
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
