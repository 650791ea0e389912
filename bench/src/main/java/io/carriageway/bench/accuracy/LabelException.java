package io.carriageway.bench.accuracy;

import java.io.IOException;

/** Labelled pictures cannot be used as they are. Its message says what is wrong, where, and what to do. */
final class LabelException extends IOException {

    private static final long serialVersionUID = 1L;

    LabelException(String message) {
        super(message);
    }

    LabelException(String message, Throwable cause) {
        super(message, cause);
    }
}
