/** The formats in which roads come: what a file is, and the ways that it has. Nothing is decided here. */
package io.carriageway.geo.format;
