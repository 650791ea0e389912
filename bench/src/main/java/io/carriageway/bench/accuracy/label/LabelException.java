package io.carriageway.bench.accuracy.label;

import java.io.IOException;

/** Labelled pictures cannot be used. The message says what is wrong, where, and what to do. */
public final class LabelException extends IOException {

    private static final long serialVersionUID = 1L;

    public LabelException(String message) {
        super(message);
    }

    public LabelException(String message, Throwable cause) {
        super(message, cause);
    }
}
