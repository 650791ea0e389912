package io.carriageway.geo.roads;

import io.carriageway.geo.Place;
import io.carriageway.geo.osm.RoadClasses;
import io.carriageway.geo.osm.SpeedDefaults;

/**
 * Settings for reading a road file.
 *
 * @param strict whether a road that cannot be loaded is an error; otherwise it is left out and reported
 * @param near a place in the city, by which swapped positions are recognised; null if none is given
 * @param classes values of {@code highway} that are roads
 * @param speeds free-flow speeds of roads without a known one
 */
public record RoadRules(boolean strict, Place near, RoadClasses classes, SpeedDefaults speeds) {

    /** The settings if no option is given. */
    public static final RoadRules DEFAULT = new RoadRules(false, null, RoadClasses.DEFAULT, SpeedDefaults.NONE);
}
