package io.carriageway.sandbox.demo;

/**
 * Table camera_traffic_1m added up.
 *
 * @param open rows that are not final
 */
record TableSum(long rows, long open, long frames, long vehicles) {}
