/** Adds alerting to the tables of a job: rules, and the topic and table of alerts. */
package io.carriageway.jobs.alert;
