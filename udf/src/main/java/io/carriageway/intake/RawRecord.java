package io.carriageway.intake;

/** A record as it came from a topic: not yet decoded, its key and value possibly null. */
public record RawRecord(RecordOrigin origin, byte[] key, byte[] value) {}
