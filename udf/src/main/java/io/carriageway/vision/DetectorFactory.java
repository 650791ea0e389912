package io.carriageway.vision;

import java.io.IOException;
import java.io.Serializable;

/** Opens detectors where the job runs. It is serialized with the job. Its detectors share one model in each JVM. */
public interface DetectorFactory extends Serializable {

    /** The model's id, known without loading the model, so that a job can name its model before it runs. */
    String modelId();

    /** The model's address as in option {@code model}; in tests, its id. */
    default String location() {
        return modelId();
    }

    Detector open() throws IOException;
}
