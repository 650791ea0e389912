/** Measures the cost of computing the telemetry tables, live and by every kind of replay: {@code make bench}. */
package io.carriageway.bench.replay;
