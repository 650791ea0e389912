/** Reads and writes Parquet files on Flink's file systems: whole rows, or the footer alone. */
package io.carriageway.jobs.io.lake.parquet;
