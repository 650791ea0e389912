package io.carriageway.camera;

import io.carriageway.vision.DetectorFactory;
import java.io.Serializable;
import java.time.Duration;

/**
 * How frames are inspected.
 *
 * @param detectors opens the model, one detector a lane
 * @param lanes pictures looked at at once in one subtask
 * @param timeout how long one look at one picture may take before its lane counts as hung
 * @param attempts fresh lanes that a picture may hang before it is rejected
 * @param maxPictureBytes the largest picture that is fetched
 */
public record DetectionSettings(
        DetectorFactory detectors, int lanes, Duration timeout, int attempts, int maxPictureBytes)
        implements Serializable {

    /** Frames in flight in one subtask: enough to keep every lane busy, few enough to keep checkpoints small. */
    public int capacity() {
        return 2 * lanes;
    }
}
