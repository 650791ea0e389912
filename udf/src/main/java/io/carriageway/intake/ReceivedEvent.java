package io.carriageway.intake;

/** A decoded event with the origin and the raw value of its record, which a later rejection needs. */
public record ReceivedEvent<E>(RecordOrigin origin, E event, byte[] value) {}
