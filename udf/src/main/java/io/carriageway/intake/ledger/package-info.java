/** Counts what became of every record, by topic and minute of arrival. */
package io.carriageway.intake.ledger;
