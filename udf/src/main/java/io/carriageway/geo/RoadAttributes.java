package io.carriageway.geo;

import java.io.Serializable;

/**
 * Attributes of a road in a map, other than its line, name and speed. No result is computed from them.
 *
 * @param roadClass value of OpenStreetMap's {@code highway}; null if unknown
 * @param lanes number of lanes as in the map, in both directions together if the road has two; null if unknown
 * @param freeFlowSource source of the free-flow speed; null if there is no speed
 * @param attribution attribution that must be shown with the road; null if none is required
 */
public record RoadAttributes(String roadClass, Integer lanes, FreeFlowSource freeFlowSource, String attribution)
        implements Serializable {

    public static final RoadAttributes NONE = new RoadAttributes(null, null, null, null);

    /** Attribution that OpenStreetMap's licence, the ODbL 1.0, requires with its data. */
    public static final String OPEN_STREET_MAP = "© OpenStreetMap contributors, ODbL 1.0";
}
