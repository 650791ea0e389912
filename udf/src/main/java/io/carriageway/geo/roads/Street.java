package io.carriageway.geo.roads;

import io.carriageway.geo.format.MapWay;
import io.carriageway.geo.osm.TravelDirection;
import org.locationtech.jts.geom.Coordinate;

/**
 * A piece of a way between two junctions, from which one or two segments are made.
 *
 * @param roadClass null if unknown
 * @param isWhole whether the piece is the whole way
 * @param line line in the direction in which the way is drawn
 */
record Street(MapWay way, String roadClass, TravelDirection direction, boolean isWhole, Coordinate[] line) {}
