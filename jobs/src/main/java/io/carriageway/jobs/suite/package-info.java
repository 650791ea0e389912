/** The list of all jobs. Code that needs the names of jobs, topics, tables or datasets reads it. */
package io.carriageway.jobs.suite;
