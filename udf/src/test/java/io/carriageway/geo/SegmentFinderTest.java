package io.carriageway.geo;

import static io.carriageway.geo.Roads.latitude;
import static io.carriageway.geo.Roads.longitude;
import static io.carriageway.geo.Roads.network;
import static io.carriageway.geo.Roads.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SegmentFinderTest {

    private static final MatchConfig LIMITS = new MatchConfig(30, 45);
    private static final Match OFF_ROAD = new Match.OffRoad();
    private static final Match WRONG_HEADING = new Match.WrongHeading();

    private static final RoadSegment NORTH = segment("north", 0, 0, 0, 1_000);
    private static final RoadSegment SOUTH = segment("south", 0, 1_000, 0, 0);
    private static final RoadSegment EAST = segment("east", 0, 20, 1_000, 20);

    @Test
    void theHeadingTellsTheDirectionsOfAStreetApart() {
        assertThat(find(5, 500, 3.0, NORTH, SOUTH)).isEqualTo(on("north"));
        assertThat(find(5, 500, 357.0, NORTH, SOUTH)).isEqualTo(on("north"));
        assertThat(find(5, 500, 181.0, NORTH, SOUTH)).isEqualTo(on("south"));
    }

    @Test
    void withoutAHeadingTheFirstIdOfTheNearestStreetIsTaken() {
        assertThat(find(5, 500, null, SOUTH, NORTH)).isEqualTo(on("north"));
        assertThat(find(18, 1, null, SOUTH, EAST, NORTH)).isEqualTo(on("north"));
        assertThat(find(21, 1, null, SOUTH, EAST, NORTH)).isEqualTo(on("east"));
    }

    @Test
    void aNearerRoadThatRunsAnotherWayIsPassedOver() {
        assertThat(find(2, 30, 90.0, NORTH, SOUTH, EAST)).isEqualTo(on("east"));
    }

    @Test
    void aPositionFarFromEveryRoadIsOffTheRoad() {
        assertThat(find(29.9, 500, 0.0, NORTH)).isEqualTo(on("north"));
        assertThat(find(30.1, 500, 0.0, NORTH)).isEqualTo(OFF_ROAD);
        assertThat(find(0, 1_031, 0.0, NORTH)).isEqualTo(OFF_ROAD);
        assertThat(find(50_000, 0, 0.0, NORTH)).isEqualTo(OFF_ROAD);
    }

    @Test
    void aPositionOnARoadAgainstItsDirectionHasTheWrongHeading() {
        assertThat(find(5, 500, 44.9, NORTH)).isEqualTo(on("north"));
        assertThat(find(5, 500, 45.1, NORTH)).isEqualTo(WRONG_HEADING);
        assertThat(find(5, 500, 180.0, NORTH)).isEqualTo(WRONG_HEADING);
    }

    @Test
    void theDirectionIsThatOfTheNearestPieceThatFits() {
        var bend = segment("bend", 0, 0, 0, 100, 100, 100);
        assertThat(find(2, 50, 90.0, bend)).isEqualTo(WRONG_HEADING);
        assertThat(find(20, 85, 90.0, bend)).isEqualTo(on("bend"));
    }

    @Test
    void aVersionOfASegmentTakesOnlyReportsOfItsTime() {
        var change = Instant.parse("2026-03-01T00:00:00Z");
        var finder = new SegmentFinder(
                network(
                        segment("road", Instant.EPOCH, change, 0, 0, 0, 100),
                        segment("road", change, null, 200, 0, 200, 100)),
                LIMITS);
        assertThat(finder.find(latitude(50), longitude(0), 0.0, change.toEpochMilli() - 1))
                .isEqualTo(on("road"));
        assertThat(finder.find(latitude(50), longitude(0), 0.0, change.toEpochMilli()))
                .isEqualTo(OFF_ROAD);
        assertThat(finder.find(latitude(50), longitude(200), 0.0, change.toEpochMilli() - 1))
                .isEqualTo(OFF_ROAD);
        assertThat(finder.find(latitude(50), longitude(200), 0.0, change.toEpochMilli()))
                .isEqualTo(on("road"));
    }

    @Test
    void limitsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new MatchConfig(0, 45)).hasMessageContaining("match.distance-m");
        assertThatThrownBy(() -> new MatchConfig(30, Double.NaN)).hasMessageContaining("match.heading-deg");
    }

    private static Match find(double eastMetres, double northMetres, Double heading, RoadSegment... segments) {
        return new SegmentFinder(network(segments), LIMITS)
                .find(latitude(northMetres), longitude(eastMetres), heading, 0);
    }

    private static Match on(String segmentId) {
        return new Match.OnSegment(segmentId);
    }
}
