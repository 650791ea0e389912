package io.carriageway.city.counter;

import io.carriageway.city.world.VehicleKind;

/** A vehicle whose middle drives over a line: when, in seconds since the city's first instant, and how fast. */
public record Passage(VehicleKind kind, double seconds, double speedMetresPerSecond) {}
