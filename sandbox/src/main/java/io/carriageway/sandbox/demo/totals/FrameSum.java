package io.carriageway.sandbox.demo.totals;

/** The totals of table camera_traffic_1m. */
record FrameSum(long frames, long vehicles) {}
