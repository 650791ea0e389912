/** {@code make demo}: the simulated city through the real jobs, watched beside the truth and judged at the end. */
package io.carriageway.sandbox.demo;
