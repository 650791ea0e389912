/** Counts of detectors: validation, sums without overlapping periods, and rows by lane and window. */
package io.carriageway.count;
