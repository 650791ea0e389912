package io.carriageway.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RoadSegmentTest {

    @Test
    void theMidpointIsHalfWayAlongTheLine() {
        var segment = Roads.segment("a", 0, 0, 0, 100, 300, 100);
        assertThat(segment.lengthMetres()).isCloseTo(400, within(0.1));
        assertThat(segment.midpoint().x).isCloseTo(Roads.longitude(100), within(1e-6));
        assertThat(segment.midpoint().y).isCloseTo(Roads.latitude(100), within(1e-6));
    }
}
