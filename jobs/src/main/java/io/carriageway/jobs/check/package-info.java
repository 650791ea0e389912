/** Checks a job's stores, rights and libraries before it is submitted, and reports each fault in one line. */
package io.carriageway.jobs.check;
