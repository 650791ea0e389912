/**
 * Reads writer schemas from a Confluent schema registry, over TLS and with a login, and limits the size and depth of
 * its answers.
 */
package io.carriageway.jobs.io.kafka.registry;
