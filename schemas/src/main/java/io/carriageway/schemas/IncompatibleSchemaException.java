package io.carriageway.schemas;

/** Thrown if no value of a writer schema can be a contract record; says why. */
final class IncompatibleSchemaException extends Exception {

    private static final long serialVersionUID = 1;

    IncompatibleSchemaException(String why) {
        super(why);
    }
}
