package io.carriageway.geo;

import java.io.Serializable;

/**
 * The limits of map matching.
 *
 * @param distanceMetres greatest distance from a position to the nearest point of its segment, in metres
 * @param headingDegrees greatest angle between the vehicle's heading and the segment's direction there, in degrees
 */
public record MatchConfig(double distanceMetres, double headingDegrees) implements Serializable {

    public MatchConfig {
        if (!(distanceMetres > 0 && distanceMetres <= 1_000) || !(headingDegrees >= 0 && headingDegrees <= 180)) {
            throw new IllegalArgumentException(
                    "match.distance-m must be above 0 and up to 1000 m, and match.heading-deg 0 to 180 degrees, but they are %s and %s"
                            .formatted(distanceMetres, headingDegrees));
        }
    }
}
