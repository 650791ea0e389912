/** The lake: datasets of Parquet files in hourly folders, written exactly once and read back in order. */
package io.carriageway.jobs.io.lake;
