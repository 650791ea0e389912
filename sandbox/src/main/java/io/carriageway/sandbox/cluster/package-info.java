/** A Flink of several processes beside the sandbox's servers, and jobs on it as {@code flink run} brings them there. */
package io.carriageway.sandbox.cluster;
