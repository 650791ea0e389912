/** From a file of roads to the network that is matched, with a report on what became of each road. */
package io.carriageway.geo.roads;
