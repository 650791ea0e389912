package io.carriageway.camera.detect;

import io.carriageway.vision.DetectorFactory;
import io.carriageway.vision.inference.ModelSchedule;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;

/**
 * Settings of the inspection of frames.
 *
 * @param detectors the model for each frame; each worker opens one detector of it
 * @param workers number of pictures that one subtask examines at once
 * @param timeout time after which a worker that still examines the same picture counts as hung
 * @param attempts number of timeouts, each in a new worker, after which a picture is rejected
 */
public record DetectionConfig(ModelSchedule<DetectorFactory> detectors, int workers, Duration timeout, int attempts)
        implements Serializable {

    public DetectionConfig {
        requireOneModelPerId(detectors);
        requireChanges(detectors);
    }

    /** Uses one model for all frames. */
    public DetectionConfig(DetectorFactory detectors, int workers, Duration timeout, int attempts) {
        this(ModelSchedule.always(detectors), workers, timeout, attempts);
    }

    /**
     * Number of frames in flight in one subtask: enough to keep every worker busy, few enough to keep checkpoints
     * small.
     */
    public int capacity() {
        return 2 * workers;
    }

    /** Rows name a model only by its id, so each model needs an id of its own. */
    private static void requireOneModelPerId(ModelSchedule<DetectorFactory> detectors) {
        var locations = new HashMap<String, String>();
        for (var stage : detectors.stages()) {
            var model = stage.model();
            var other = locations.putIfAbsent(model.modelId(), model.location());
            if (other != null && !other.equals(model.location())) {
                throw new IllegalArgumentException(
                        "option --model has two models with the id %s, %s and %s; give one another name in its card"
                                .formatted(model.modelId(), other, model.location()));
            }
        }
    }

    private static void requireChanges(ModelSchedule<DetectorFactory> detectors) {
        for (int i = 1; i < detectors.stages().size(); i++) {
            var stage = detectors.stages().get(i);
            if (stage.model()
                    .modelId()
                    .equals(detectors.stages().get(i - 1).model().modelId())) {
                throw new IllegalArgumentException("option --model has %s from %s on, which counts already; drop that"
                        .formatted(stage.model().location(), Instant.ofEpochMilli(stage.fromMillis())));
            }
        }
    }
}
