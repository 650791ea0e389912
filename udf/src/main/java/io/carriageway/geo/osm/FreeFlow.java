package io.carriageway.geo.osm;

import io.carriageway.geo.FreeFlowSource;

/**
 * A free-flow speed and its source.
 *
 * @param kmh null if unknown
 * @param source null if unknown
 */
public record FreeFlow(Double kmh, FreeFlowSource source) {

    public static final FreeFlow UNKNOWN = new FreeFlow(null, null);

    /**
     * The free-flow speed of a road: the speed limit of the direction, else that of the road, else a default.
     *
     * @param direction {@code forward} or {@code backward}, seen along the line
     */
    public static FreeFlow of(Tags tags, String roadClass, String direction, SpeedDefaults defaults) {
        var ofDirection = MaxSpeed.of(tags, "maxspeed:" + direction);
        var posted = ofDirection instanceof MaxSpeed.Unknown ? MaxSpeed.of(tags, "maxspeed") : ofDirection;
        if (posted instanceof MaxSpeed.Limit limit) {
            return new FreeFlow(limit.kmh(), FreeFlowSource.MAXSPEED);
        }
        return MaxSpeed.nationalOf(tags)
                .flatMap(defaults::of)
                .or(() -> defaults.of(roadClass))
                .map(kmh -> new FreeFlow(kmh, FreeFlowSource.DERIVED))
                .orElse(UNKNOWN);
    }
}
