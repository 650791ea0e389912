/** Declares a job of the suite, and builds the pipeline that all jobs of one topic share. */
package io.carriageway.jobs.definition;
