/** Topics as streams of records with their arrival clock, and sinks of events. */
package io.carriageway.jobs.io.kafka;
