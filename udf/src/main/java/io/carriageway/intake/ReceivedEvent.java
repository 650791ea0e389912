package io.carriageway.intake;

/**
 * A decoded event with where and when it arrived, and the record's value as it came, for a verdict still to be given.
 */
public record ReceivedEvent<E>(RecordOrigin origin, E event, byte[] value) {}
