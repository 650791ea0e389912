/** Combines the reports of an accident into its lifecycle, its place and hourly counts. */
package io.carriageway.accident;
