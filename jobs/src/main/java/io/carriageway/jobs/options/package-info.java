/** Parses the options of a job from the command line and from files, and validates them before the job starts. */
package io.carriageway.jobs.options;
