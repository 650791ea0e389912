/**
 * Runs the jobs on a cluster of processes, injects faults, and compares what was stored with the oracle: {@code make
 * chaos}.
 */
package io.carriageway.verify.chaos;
