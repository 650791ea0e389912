/**
 * Reads the arguments of a job, from the command line and from files of options, and checks them before anything
 * starts.
 */
package io.carriageway.jobs.options;
