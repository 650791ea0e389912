package io.carriageway.conditions;

/** A zone's window, named by its first millisecond. */
public record ZoneWindow(long startMillis, String zoneId) {}
