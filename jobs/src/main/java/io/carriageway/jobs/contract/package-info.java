/** What jobs take in and what they write: topics and tables, each declared in one place and read by everything else. */
package io.carriageway.jobs.contract;
