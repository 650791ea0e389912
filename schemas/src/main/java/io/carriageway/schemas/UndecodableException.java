package io.carriageway.schemas;

import io.carriageway.schemas.Decoded.Fault;
import io.carriageway.schemas.Decoded.Undecodable;

/**
 * Thrown to end decoding from within a nested record; {@link Body} turns it into a fault. It has no stack trace,
 * because a producer may cause one with every record.
 */
final class UndecodableException extends Exception {

    private static final long serialVersionUID = 1;

    private final Fault fault;
    private final String field;
    private final String why;

    UndecodableException(Fault fault, String why) {
        this(fault, "", why);
    }

    private UndecodableException(Fault fault, String field, String why) {
        super(field.isEmpty() ? why : "field " + field + " " + why, null, false, false);
        this.fault = fault;
        this.field = field;
        this.why = why;
    }

    /** The same fault, in a field of that name. */
    UndecodableException in(String outer) {
        boolean direct = field.isEmpty() || field.startsWith("[");
        return new UndecodableException(fault, direct ? outer + field : outer + "." + field, why);
    }

    /** The same fault, in an item of an array. */
    UndecodableException at(int index) {
        return in("[" + index + "]");
    }

    <T> Undecodable<T> verdict() {
        return new Undecodable<>(fault, getMessage());
    }
}
