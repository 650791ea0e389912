package io.carriageway.vision.inference;

import java.util.HashSet;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/**
 * Checks the first answers of a model. If the answers to its first {@value #INVALID_ANSWERS} different pictures are all
 * invalid, the model is wrong and not the pictures: the job fails without restarts. A camera that repeats one picture
 * counts once. One valid answer ends the trial. Thread-safe.
 */
final class ModelTrial {

    /** Number of different pictures from the start, all with invalid answers, after which the model is wrong. */
    static final int INVALID_ANSWERS = 50;

    private final String modelId;
    private final Set<String> invalid = new HashSet<>();
    private boolean passed;

    ModelTrial(String modelId) {
        this.modelId = modelId;
    }

    /** Returns the picture's result, or fails the job. */
    synchronized InferenceResult judge(byte[] picture, InferenceResult result) {
        if (result instanceof InferenceResult.Seen && !passed) {
            passed = true;
            invalid.clear();
        }
        if (result instanceof InferenceResult.InvalidAnswer answer && !passed && isLast(picture)) {
            throw new SuppressRestartsException(new IllegalStateException("The model " + modelId
                    + " gave no valid answer to its first " + invalid.size()
                    + " different pictures, so the model is wrong and not the frames. The last one: " + answer.detail()
                    + ". Start the job with another --model, from a savepoint or checkpoint before them"));
        }
        return result;
    }

    private boolean isLast(byte[] picture) {
        invalid.add(DigestUtils.sha256Hex(picture));
        return invalid.size() >= INVALID_ANSWERS;
    }
}
