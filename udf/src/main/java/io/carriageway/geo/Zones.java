package io.carriageway.geo;

import com.uber.h3core.H3Core;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Assigns positions to zones: H3 cells of resolution 8, each about 0.7 square kilometres. H3 is native code, so it is
 * called when reference data is loaded and not for every event.
 */
public final class Zones {

    private static final int RESOLUTION = 8;

    private final H3Core h3;

    private Zones(H3Core h3) {
        this.h3 = h3;
    }

    public static Zones load() {
        try {
            return new Zones(H3Core.newInstance());
        } catch (IOException e) {
            throw new UncheckedIOException("H3's native library does not load on this platform", e);
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException("H3 is not on the class path; put the h3 jar into Flink's lib/", e);
        }
    }

    /** The zone in which a position lies. */
    public String zoneIdAt(double latitude, double longitude) {
        return h3.latLngToCellAddress(latitude, longitude, RESOLUTION);
    }

    /** The zone to which a segment belongs: that of its midpoint. */
    public String zoneIdOf(RoadSegment segment) {
        var midpoint = segment.midpoint();
        return zoneIdAt(midpoint.y, midpoint.x);
    }

    public Zone zone(String zoneId) {
        var centre = h3.cellToLatLng(zoneId);
        var corners = h3.cellToBoundary(zoneId);
        var boundary = Stream.concat(corners.stream(), Stream.of(corners.get(0)))
                .map(corner -> corner.lng + " " + corner.lat)
                .collect(Collectors.joining(", ", "POLYGON ((", "))"));
        return new Zone(zoneId, centre.lat, centre.lng, boundary);
    }
}
