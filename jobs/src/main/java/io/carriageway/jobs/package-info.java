/**
 * The stores of a job and the Flink settings that all jobs share. Each job, and its input and output, has a package
 * below.
 */
package io.carriageway.jobs;
