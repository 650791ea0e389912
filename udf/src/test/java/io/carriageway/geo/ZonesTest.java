package io.carriageway.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.WKTReader;

class ZonesTest {

    private final Zones zones = Zones.load();

    @Test
    void aZoneIsTheH3CellOfResolutionEight() {
        // the example of H3's own documentation, at this resolution
        assertThat(zones.zoneIdAt(37.775938728915946, -122.41795063018799)).isEqualTo("8828308281fffff");
    }

    @Test
    void theCentreOfAZoneLiesInItAndInItsBoundary() throws Exception {
        var zone = zones.zone(zones.zoneIdAt(52, 13));
        assertThat(zones.zoneIdAt(zone.latitude(), zone.longitude())).isEqualTo(zone.zoneId());
        var boundary = new WKTReader().read(zone.boundaryWkt());
        assertThat(boundary.getCentroid().getX()).isCloseTo(zone.longitude(), within(1e-4));
        assertThat(boundary.getCentroid().getY()).isCloseTo(zone.latitude(), within(1e-4));
    }

    @Test
    void aSegmentBelongsToTheZoneOfItsMidpoint() {
        var segment = Roads.segment("long", 0, 0, 0, 6_000);
        assertThat(zones.zoneIdOf(segment)).isEqualTo(zones.zoneIdAt(Roads.latitude(3_000), Roads.LONGITUDE));
    }
}
