/** Adds alerts to the tables of a job: rules, topic and table of alerts. */
package io.carriageway.jobs.alert;
