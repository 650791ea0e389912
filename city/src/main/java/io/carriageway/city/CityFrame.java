package io.carriageway.city;

import io.carriageway.event.CameraFrame;
import java.util.List;

/**
 * One frame of the city: the published picture, its delay until arrival, and the truth about it, which is not
 * published.
 */
public record CityFrame(CameraFrame frame, long transmissionDelayMillis, List<VisibleVehicle> truth) {

    public CityFrame {
        truth = List.copyOf(truth);
    }

    /** The arrival of the frame, in milliseconds of the epoch. */
    public long arrivalMillis() {
        return frame.getCapturedAt().toEpochMilli() + transmissionDelayMillis;
    }
}
