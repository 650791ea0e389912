/** Reads the file formats of roads: detects the format, and returns the ways in the file without interpreting them. */
package io.carriageway.geo.format;
