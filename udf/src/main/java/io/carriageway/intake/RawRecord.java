package io.carriageway.intake;

/** A record of a topic before decoding. Its key and value may be null. */
public record RawRecord(RecordOrigin origin, byte[] key, byte[] value) {}
