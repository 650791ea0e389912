package io.carriageway.city;

import io.carriageway.event.CameraFrame;
import java.util.List;

/**
 * One event of the city: the picture as it is published, how long it takes to arrive, and the truth about it, which is
 * not published.
 */
public record CityFrame(CameraFrame frame, long transmissionDelayMillis, List<VisibleVehicle> truth) {

    public CityFrame {
        truth = List.copyOf(truth);
    }

    /** When the frame arrives, in milliseconds of the epoch. */
    public long arrivalMillis() {
        return frame.getCapturedAt().toEpochMilli() + transmissionDelayMillis;
    }
}
