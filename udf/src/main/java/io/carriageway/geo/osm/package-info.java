/** Interprets the tags of OpenStreetMap: class, direction, speed and lanes of a road. */
package io.carriageway.geo.osm;
