/**
 * Evaluates alert rules on the rows of one site in order of time. Part of the shared kernel: it refers to tables and
 * metrics by name, and depends on no domain.
 */
package io.carriageway.alert;
