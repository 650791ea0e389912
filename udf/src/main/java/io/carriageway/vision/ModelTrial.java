package io.carriageway.vision;

import org.apache.flink.runtime.execution.SuppressRestartsException;

/**
 * Watches the first answers of a model. Where all of them are invalid, the model is wrong and not the pictures, and the
 * job ends for good. One valid answer ends the trial. For any thread.
 */
final class ModelTrial {

    /** Invalid answers from the start on, after which the model is wrong. */
    static final int INVALID_ANSWERS = 50;

    private final String modelId;
    private boolean passed;
    private int invalid;

    ModelTrial(String modelId) {
        this.modelId = modelId;
    }

    /** Gives back what became of a picture, or ends the job. */
    synchronized LaneResult judge(LaneResult result) {
        if (result instanceof LaneResult.Seen) {
            passed = true;
        }
        if (result instanceof LaneResult.InvalidAnswer answer && !passed && ++invalid >= INVALID_ANSWERS) {
            throw new SuppressRestartsException(new IllegalStateException("The model " + modelId
                    + " gave no valid answer to its first " + invalid
                    + " pictures, so the model is wrong and not the frames. The last one: " + answer.detail()
                    + ". Start the job with another --model, from a savepoint or checkpoint before them"));
        }
        return result;
    }
}
