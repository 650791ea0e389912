package io.carriageway.vision;

/** Thrown if a model's answer to a picture cannot be right: the run succeeded, but its numbers make no sense. */
public final class InvalidAnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    public InvalidAnswerException(String detail) {
        super(detail);
    }
}
