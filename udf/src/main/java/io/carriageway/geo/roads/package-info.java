/** Builds the road network for map matching from a file, with a report on each road that was changed or left out. */
package io.carriageway.geo.roads;
