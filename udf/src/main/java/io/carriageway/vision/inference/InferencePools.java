package io.carriageway.vision.inference;

import io.carriageway.vision.DetectorFactory;
import io.carriageway.vision.model.ModelRefusedException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/** The inference pool of each model of a schedule, and the trial of each model's first answers. */
public final class InferencePools implements AutoCloseable {

    private final Map<String, InferencePool> poolByModelId = new HashMap<>();
    private final Map<String, ModelTrial> trialByModelId = new HashMap<>();

    /** Opens the workers of every model, so that an unusable model fails here. */
    public InferencePools(ModelSchedule<DetectorFactory> models, int workers, long timeoutMillis, int attempts)
            throws IOException {
        try {
            for (var stage : models.stages()) {
                var model = stage.model();
                if (!poolByModelId.containsKey(model.modelId())) {
                    poolByModelId.put(model.modelId(), new InferencePool(model, workers, timeoutMillis, attempts));
                    trialByModelId.put(model.modelId(), new ModelTrial(model.modelId()));
                }
            }
        } catch (ModelRefusedException refused) {
            close();
            // each restart would refuse it again
            throw new SuppressRestartsException(refused);
        } catch (IOException | RuntimeException unusable) {
            close();
            throw unusable;
        }
    }

    /** Blocks while the queue of the model's workers is full, as {@link InferencePool#submit} does. */
    public CompletableFuture<InferenceResult> submit(String modelId, byte[] picture) throws InterruptedException {
        var trial = trialByModelId.get(modelId);
        return poolByModelId.get(modelId).submit(picture).thenApply(result -> trial.judge(picture, result));
    }

    /** Number of workers of all models abandoned since the start because they exceeded the time limit. */
    public int abandonedWorkers() {
        return poolByModelId.values().stream()
                .mapToInt(InferencePool::abandonedWorkers)
                .sum();
    }

    @Override
    public void close() {
        poolByModelId.values().forEach(InferencePool::close);
    }
}
