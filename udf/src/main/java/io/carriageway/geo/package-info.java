/** Positions on the Earth: roads as directed segments, map matching to the nearest one, and zones. */
package io.carriageway.geo;
