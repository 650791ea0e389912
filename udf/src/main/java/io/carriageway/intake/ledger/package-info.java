/** Counts the verdicts on records by topic and minute of arrival. */
package io.carriageway.intake.ledger;
