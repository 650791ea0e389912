package io.carriageway.schemas;

/** The result of decoding a record's value: the record, or what is wrong with the bytes. Never an exception. */
public sealed interface Decoded<T> {

    record Value<T>(T value) implements Decoded<T> {}

    /** The fault; {@code detail} says where it is, for people, and contains none of the payload. */
    record Undecodable<T>(Fault fault, String detail) implements Decoded<T> {}

    enum Fault {
        /** The value is null or has no bytes. */
        EMPTY,
        /** The value has more bytes than any record of its kind needs; it was not decoded. */
        RECORD_TOO_LARGE,
        /** The first bytes belong to no known wire format. */
        WRONG_MAGIC,
        /** The fingerprint of the writer schema is not in avro-history, or the registry has no schema with that id. */
        UNKNOWN_SCHEMA,
        /** The writer schema is known, but no record of it can be read as the current version of this one. */
        INCOMPATIBLE_SCHEMA,
        /** The bytes end early, continue after the record, do not fit the writer schema, or are not JSON. */
        CORRUPT,
        /** A required field is null or missing. */
        FIELD_MISSING,
        /** A field's value does not fit its type. */
        FIELD_INVALID
    }
}
