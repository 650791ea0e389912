/** What the tags of OpenStreetMap mean for a road: class, direction, speed, lanes. */
package io.carriageway.geo.osm;
