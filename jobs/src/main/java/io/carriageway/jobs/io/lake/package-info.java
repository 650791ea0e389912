/** The lake: datasets of Parquet files in hourly folders, written exactly once. */
package io.carriageway.jobs.io.lake;
