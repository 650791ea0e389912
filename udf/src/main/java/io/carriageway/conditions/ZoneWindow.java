package io.carriageway.conditions;

/** A zone's window, identified by its first millisecond. */
public record ZoneWindow(long startMillis, String zoneId) {}
