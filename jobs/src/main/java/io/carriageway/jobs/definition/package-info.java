/** Declares the jobs of the suite, and the shape that jobs of one topic share. */
package io.carriageway.jobs.definition;
