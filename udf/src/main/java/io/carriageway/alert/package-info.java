/**
 * Alerts: rules as data, and what they say of one site's rows in order of time. Part of the shared kernel: it knows
 * tables and metrics by name, and no domain.
 */
package io.carriageway.alert;
