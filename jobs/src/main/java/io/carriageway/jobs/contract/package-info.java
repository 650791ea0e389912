/** The topics and tables of the jobs, each declared once; all other code reads these declarations. */
package io.carriageway.jobs.contract;
