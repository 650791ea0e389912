package io.carriageway.vision.model;

/** A model has shown that it is not what its card says, or cannot run here. No restart changes that. */
public final class ModelRefusedException extends ModelException {

    private static final long serialVersionUID = 1L;

    public ModelRefusedException(String message) {
        super(message);
    }
}
