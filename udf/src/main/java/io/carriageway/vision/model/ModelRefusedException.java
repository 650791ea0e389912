package io.carriageway.vision.model;

/** A model has shown that it is not what its card says, or cannot run here. No restart changes that. */
public final class ModelRefusedException extends ModelException {

    private static final long serialVersionUID = 1L;

    private final String finding;

    public ModelRefusedException(String message) {
        this(message, message);
    }

    /** @param finding what is wrong, for a message of another beginning */
    public ModelRefusedException(String message, String finding) {
        super(message);
        this.finding = finding;
    }

    /** What is wrong, without what was expected of the model. */
    public String finding() {
        return finding;
    }
}
