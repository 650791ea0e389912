/** How a pipeline is written: steps in the order in which data flows, each with one name that is its uid too. */
package io.carriageway.jobs.topology;
