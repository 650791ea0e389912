package io.carriageway.vision;

import java.io.IOException;
import java.io.Serializable;

/** Travels with the job and opens detectors where the work is done; what it opens shares one model per JVM. */
public interface DetectorFactory extends Serializable {

    /** Known without loading the model, so that a job can name its model before it runs. */
    String modelId();

    /** Where the model comes from, as the option {@code model} names it; a model of a test comes from nowhere. */
    default String location() {
        return modelId();
    }

    Detector open() throws IOException;
}
