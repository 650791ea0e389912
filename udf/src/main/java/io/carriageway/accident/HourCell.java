package io.carriageway.accident;

/** The cell in which an accident is counted: its zone, the hour in which it occurred and its severity. */
public record HourCell(String zoneId, long hourMillis, String severity) {}
