/** Builds pipelines as steps in the order of the data flow, each with one name that is also its uid. */
package io.carriageway.jobs.topology;
