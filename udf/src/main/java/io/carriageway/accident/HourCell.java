package io.carriageway.accident;

/** Where an accident counts: its zone, the hour in which it occurred and its severity. */
public record HourCell(String zoneId, long hourMillis, String severity) {}
