package io.carriageway.geo.osm;

import static io.carriageway.geo.osm.MaxSpeedTest.tags;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoadClassesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"footway", "cycleway", "path", "steps", "pedestrian", "construction", "proposed", "platform"})
    void whatVehiclesDoNotDriveOnIsNoRoad(String highway) {
        assertThat(RoadClasses.DEFAULT.reasonAgainst(tags("highway", highway))).contains("highway=" + highway);
    }

    @ParameterizedTest
    @ValueSource(strings = {"motorway", "motorway_link", "primary", "residential", "service", "living_street"})
    void streetsAreRoads(String highway) {
        assertThat(RoadClasses.DEFAULT.reasonAgainst(tags("highway", highway))).isEmpty();
    }

    @Test
    void areasAndClosedRoadsAreNone() {
        assertThat(RoadClasses.DEFAULT.reasonAgainst(tags("highway", "service", "area", "yes")))
                .contains("area=yes");
        assertThat(RoadClasses.DEFAULT.reasonAgainst(tags("highway", "service", "motor_vehicle", "no")))
                .contains("motor_vehicle=no");
        assertThat(RoadClasses.DEFAULT.reasonAgainst(tags("highway", "service", "access", "no", "bus", "yes")))
                .isEmpty();
        assertThat(RoadClasses.DEFAULT.reasonAgainst(
                        tags("highway", "service", "access", "no", "motor_vehicle", "yes")))
                .isEmpty();
    }

    @Test
    void ofSeveralClassesTheMostImportantCounts() {
        assertThat(RoadClasses.DEFAULT.of(tags("highway", "residential;tertiary")))
                .isEqualTo("tertiary");
        assertThat(RoadClasses.parse("primary, cycleway").of(tags("highway", "cycleway")))
                .isEqualTo("cycleway");
    }

    @ParameterizedTest
    @CsvSource({
        "oneway, yes, ALONG",
        "oneway, True, ALONG",
        "oneway, 1, ALONG",
        "oneway, -1, AGAINST",
        "oneway, no, BOTH",
        "oneway, reversible, CHANGING",
        "oneway, alternating, CHANGING",
        "oneway, yes;no, UNCLEAR",
        "junction, roundabout, ALONG",
        "junction, circular, ALONG",
        "junction, yes, BOTH",
        "highway, motorway, ALONG",
        "highway, motorway_link, BOTH",
        "highway, trunk, BOTH"
    })
    void theDirectionIsStatedOrImplied(String key, String value, TravelDirection direction) {
        assertThat(TravelDirection.of(tags(key, value))).isEqualTo(direction);
    }

    @Test
    void whatIsStatedComesBeforeWhatIsImplied() {
        assertThat(TravelDirection.of(tags("highway", "motorway", "oneway", "no")))
                .isEqualTo(TravelDirection.BOTH);
        assertThat(TravelDirection.of(tags("junction", "roundabout", "oneway", "-1")))
                .isEqualTo(TravelDirection.AGAINST);
    }
}
