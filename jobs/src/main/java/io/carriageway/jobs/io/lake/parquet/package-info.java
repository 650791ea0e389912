/** Parquet files on Flink file systems: rows, and the footer alone. */
package io.carriageway.jobs.io.lake.parquet;
