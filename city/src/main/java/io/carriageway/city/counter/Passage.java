package io.carriageway.city.counter;

import io.carriageway.city.world.VehicleKind;

/** A vehicle whose middle crosses a line: the time, in seconds since the city's first instant, and its speed. */
public record Passage(VehicleKind kind, double seconds, double speedMetresPerSecond) {}
