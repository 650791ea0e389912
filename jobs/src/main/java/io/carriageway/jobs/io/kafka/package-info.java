/** Reads topics as streams of records with arrival times, and writes events to topics. */
package io.carriageway.jobs.io.kafka;
