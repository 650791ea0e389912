/** The arguments of a job: the command line and files of options, checked before anything starts. */
package io.carriageway.jobs.options;
