package io.carriageway.geo.roads;

import io.carriageway.geo.format.MapWay;
import io.carriageway.geo.osm.TravelDirection;
import org.locationtech.jts.geom.Coordinate;

/**
 * A piece of a way between two junctions.
 *
 * @param roadClass null where it is not known
 * @param isWhole whether the way is this piece alone
 * @param line as the way is drawn
 */
record Street(MapWay way, String roadClass, TravelDirection direction, boolean isWhole, Coordinate[] line) {}
