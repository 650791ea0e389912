/** The list of all jobs, which everything else that names jobs, topics, tables or datasets reads. */
package io.carriageway.jobs.suite;
