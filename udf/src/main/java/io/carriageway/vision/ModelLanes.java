package io.carriageway.vision;

import io.carriageway.vision.model.ModelRefusedException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/** The detection lanes of each model of a schedule, and the trial of its first answers. */
public final class ModelLanes implements AutoCloseable {

    private final Map<String, DetectionLanes> lanesByModelId = new HashMap<>();
    private final Map<String, ModelTrial> trialByModelId = new HashMap<>();

    /** Opens the lanes of every model, so that one that cannot be used fails here. */
    public ModelLanes(ModelSchedule<DetectorFactory> models, int lanes, long timeoutMillis, int attempts)
            throws IOException {
        try {
            for (var stage : models.stages()) {
                var model = stage.model();
                if (!lanesByModelId.containsKey(model.modelId())) {
                    lanesByModelId.put(model.modelId(), new DetectionLanes(model, lanes, timeoutMillis, attempts));
                    trialByModelId.put(model.modelId(), new ModelTrial(model.modelId()));
                }
            }
        } catch (ModelRefusedException refused) {
            close();
            // it would be refused again after each restart
            throw new SuppressRestartsException(refused);
        } catch (IOException | RuntimeException unusable) {
            close();
            throw unusable;
        }
    }

    /** Waits while the queue of the model's lanes is full, as {@link DetectionLanes#submit} does. */
    public CompletableFuture<LaneResult> submit(String modelId, byte[] picture) throws InterruptedException {
        var trial = trialByModelId.get(modelId);
        return lanesByModelId.get(modelId).submit(picture).thenApply(result -> trial.judge(picture, result));
    }

    /** Lanes of all models given up since the start because they overran the time limit. */
    public int abandonedLanes() {
        return lanesByModelId.values().stream()
                .mapToInt(DetectionLanes::abandonedLanes)
                .sum();
    }

    @Override
    public void close() {
        lanesByModelId.values().forEach(DetectionLanes::close);
    }
}
