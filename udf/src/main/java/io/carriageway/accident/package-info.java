/** Accident reports as states of an accident: its lifecycle, its place, and hourly counts. */
package io.carriageway.accident;
