/** Writes the schema and the reference tables: cameras, roads, time zones, partitions of the lake. */
package io.carriageway.jobs.io.jdbc.reference;
