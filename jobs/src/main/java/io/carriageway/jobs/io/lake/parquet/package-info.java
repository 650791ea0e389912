/** Reads and writes Parquet files on Flink's file systems, or only their footers. */
package io.carriageway.jobs.io.lake.parquet;
