/** What hangs together in a road network, and which of its segments are central. */
package io.carriageway.geo.graph;
