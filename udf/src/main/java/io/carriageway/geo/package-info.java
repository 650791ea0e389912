/** Positions on the earth: roads as directed segments, zones, and the nearest segment to a point. */
package io.carriageway.geo;
