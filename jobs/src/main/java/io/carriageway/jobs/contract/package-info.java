/** The inputs and outputs of jobs: topics and tables, each declared once and read by everything else. */
package io.carriageway.jobs.contract;
