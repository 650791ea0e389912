package io.carriageway.geo;

import java.io.Serializable;

/**
 * How far a position may be from the road segment that it is matched to.
 *
 * @param distanceMetres to the nearest point of the segment
 * @param headingDegrees between the vehicle's heading and the segment's direction there
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
