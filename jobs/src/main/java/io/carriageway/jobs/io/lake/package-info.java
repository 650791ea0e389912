/** Writes datasets of Parquet files in hourly folders exactly once, and reads them back in order. */
package io.carriageway.jobs.io.lake;
