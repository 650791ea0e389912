/** Schema and reference tables: cameras, roads, time zones, partitions of the lake. */
package io.carriageway.jobs.io.jdbc.reference;
