package io.carriageway.geo.roads;

import io.carriageway.geo.Place;
import io.carriageway.geo.osm.RoadClasses;
import io.carriageway.geo.osm.SpeedDefaults;

/**
 * How a road file is read.
 *
 * @param strict whether a road that cannot be loaded is an error; otherwise it is left out and reported
 * @param near a place of the city, by which swapped positions are found; null where none is given
 * @param classes which values of {@code highway} are roads
 * @param speeds free-flow speeds of roads of which none is known
 */
public record RoadRules(boolean strict, Place near, RoadClasses classes, SpeedDefaults speeds) {

    /** What holds where no option says otherwise. */
    public static final RoadRules DEFAULT = new RoadRules(false, null, RoadClasses.DEFAULT, SpeedDefaults.NONE);
}
