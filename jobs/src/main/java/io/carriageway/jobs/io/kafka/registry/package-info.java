/** Writer schemas from a Confluent schema registry, with bounds on all that it may answer. */
package io.carriageway.jobs.io.kafka.registry;
