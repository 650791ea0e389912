package io.carriageway.sandbox.demo.totals;

/** What table camera_traffic_1m counted in all. */
record FrameSum(long frames, long vehicles) {}
