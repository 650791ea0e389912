/** Counts of detectors: rules, sums without overlap, and rows by lane and window. */
package io.carriageway.count;
