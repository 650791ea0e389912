package io.carriageway.jobs.simulate;

import io.carriageway.event.CameraFrame;

/** A frame of the city and when it arrives, milliseconds since the epoch. */
public record SimulatedFrame(CameraFrame frame, long arrivalMillis) {}
