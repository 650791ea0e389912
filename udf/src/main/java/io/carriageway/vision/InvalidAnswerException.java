package io.carriageway.vision;

/** The verdict that a model's answer to a picture cannot be one: the run succeeded, and its numbers make no sense. */
public final class InvalidAnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    public InvalidAnswerException(String detail) {
        super(detail);
    }
}
