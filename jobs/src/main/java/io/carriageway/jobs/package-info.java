/**
 * The stores of a job, and the Flink settings of every job. The jobs, and what they read, write and replay, are in the
 * packages below.
 */
package io.carriageway.jobs;
