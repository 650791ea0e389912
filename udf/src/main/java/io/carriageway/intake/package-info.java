/**
 * Intake of the events of every topic: decodes, validates and deduplicates records, and gives each one verdict:
 * accepted, duplicate, late or rejected.
 */
package io.carriageway.intake;
