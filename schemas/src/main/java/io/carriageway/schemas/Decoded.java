package io.carriageway.schemas;

/** What came of decoding one record's value: the record, or what is wrong with the bytes. Never an exception. */
public sealed interface Decoded<T> {

    record Value<T>(T value) implements Decoded<T> {}

    /** What is wrong; {@code detail} says where, for a person, and holds none of the payload. */
    record Undecodable<T>(Fault fault, String detail) implements Decoded<T> {}

    enum Fault {
        /** The value is null or has no bytes. */
        EMPTY,
        /** The value has more bytes than any record of its kind needs; it was not looked at. */
        RECORD_TOO_LARGE,
        /** The first bytes are not those of a known wire format. */
        WRONG_MAGIC,
        /** The writer schema's fingerprint is not in avro-history, or the registry has no schema of its number. */
        UNKNOWN_SCHEMA,
        /** The writer schema is known, but no record of it can be read as the current version of this one. */
        INCOMPATIBLE_SCHEMA,
        /** The bytes end early, go on after the record, do not fit the writer schema, or are no JSON. */
        CORRUPT,
        /** A field that must have a value is NULL, or is not there. */
        FIELD_MISSING,
        /** A field's value cannot be one of its type. */
        FIELD_INVALID
    }
}
