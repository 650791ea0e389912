/** Runs one job per seed on the sandbox with a few faults, and compares it with the oracle: {@code make chaos-mini}. */
package io.carriageway.verify.chaos.mini;
