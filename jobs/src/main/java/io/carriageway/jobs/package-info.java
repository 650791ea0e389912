/**
 * The stores of a job, and what every job asks of Flink. What jobs read, write and replay, and each job, lies beneath.
 */
package io.carriageway.jobs;
