package io.carriageway.schemas;

/** Says why no value of a writer schema can be one of the contract's. */
final class IncompatibleSchemaException extends Exception {

    private static final long serialVersionUID = 1;

    IncompatibleSchemaException(String why) {
        super(why);
    }
}
