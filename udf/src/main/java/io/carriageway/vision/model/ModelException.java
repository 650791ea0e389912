package io.carriageway.vision.model;

import java.io.IOException;

/**
 * Thrown if a model cannot be used as it is. Its message says what is wrong, where, and what to do. Nothing is retried.
 */
public sealed class ModelException extends IOException permits ModelRefusedException {

    private static final long serialVersionUID = 1L;

    public ModelException(String message) {
        super(message);
    }

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
