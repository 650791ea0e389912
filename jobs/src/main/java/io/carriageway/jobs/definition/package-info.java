/** How a job of the suite is declared, and the shape that jobs of one topic share. */
package io.carriageway.jobs.definition;
