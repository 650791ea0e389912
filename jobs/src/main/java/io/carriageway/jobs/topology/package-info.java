/** Builds a pipeline from steps in the order of the data flow. The name of a step is also its uid. */
package io.carriageway.jobs.topology;
