/** Reads writer schemas from a Confluent schema registry, with bounds on all answers. */
package io.carriageway.jobs.io.kafka.registry;
