/** Finds the connected parts of a road network and its central segments. */
package io.carriageway.geo.graph;
