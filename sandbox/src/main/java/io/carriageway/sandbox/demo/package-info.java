/**
 * Runs the simulated city through the real jobs, shows their counts beside the truth, and checks the totals:
 * {@code make demo}.
 */
package io.carriageway.sandbox.demo;
