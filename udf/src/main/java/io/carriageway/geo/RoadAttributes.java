package io.carriageway.geo;

import java.io.Serializable;

/**
 * Attributes of a road in a map, other than its line, name and speed. No result is computed from them.
 *
 * @param roadClass value of OpenStreetMap's {@code highway}; null where it is not known
 * @param lanes of the road as the map has them, of both directions together where it has two; null where not known
 * @param freeFlowSource where the free-flow speed comes from; null where there is none
 * @param attribution what must be shown where the road is; null where nothing must
 */
public record RoadAttributes(String roadClass, Integer lanes, FreeFlowSource freeFlowSource, String attribution)
        implements Serializable {

    public static final RoadAttributes NONE = new RoadAttributes(null, null, null, null);

    /** What OpenStreetMap's licence, the ODbL 1.0, asks to be shown beside its data. */
    public static final String OPEN_STREET_MAP = "© OpenStreetMap contributors, ODbL 1.0";
}
