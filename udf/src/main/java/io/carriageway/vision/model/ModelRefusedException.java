package io.carriageway.vision.model;

/** Thrown if a model is not what its card says, or cannot run here. A restart does not change that. */
public final class ModelRefusedException extends ModelException {

    private static final long serialVersionUID = 1L;

    private final String finding;

    public ModelRefusedException(String message) {
        this(message, message);
    }

    /** @param finding what is wrong, for a message that begins differently */
    public ModelRefusedException(String message, String finding) {
        super(message);
        this.finding = finding;
    }

    /** What is wrong, without the beginning of the message. */
    public String finding() {
        return finding;
    }
}
