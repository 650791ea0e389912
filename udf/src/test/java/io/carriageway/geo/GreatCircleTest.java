package io.carriageway.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GreatCircleTest {

    @Test
    void oneDegreeAlongAMeridianIsOne360thOfTheCircumference() {
        assertThat(GreatCircle.distanceMetres(10, 20, 11, 20)).isCloseTo(111_195.08, within(0.01));
    }

    @Test
    void distanceGoesTheShortWayAroundTheEarth() {
        assertThat(GreatCircle.distanceMetres(0, 179.5, 0, -179.5)).isCloseTo(111_195.08, within(0.01));
        assertThat(GreatCircle.distanceMetres(0, 0, 0, 180))
                .isCloseTo(Math.PI * GreatCircle.RADIUS_METRES, within(0.01));
    }

    @Test
    void bearingsRunClockwiseFromNorth() {
        assertThat(GreatCircle.bearingDegrees(52, 13, 52.01, 13)).isZero();
        assertThat(GreatCircle.bearingDegrees(52, 13, 52, 13.01)).isEqualTo(90);
        assertThat(GreatCircle.bearingDegrees(52, 13, 51.99, 13)).isEqualTo(180);
        assertThat(GreatCircle.bearingDegrees(52, 13, 52, 12.99)).isEqualTo(270);
    }

    @Test
    void directionsAreComparedAcrossNorth() {
        assertThat(GreatCircle.betweenDegrees(350, 10)).isEqualTo(20);
        assertThat(GreatCircle.betweenDegrees(10, 350)).isEqualTo(20);
        assertThat(GreatCircle.betweenDegrees(0, 180)).isEqualTo(180);
    }
}
