package io.carriageway.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** The grid is only an optimisation: for any network, checking every edge gives the same result. */
class EdgeGridTest {

    private static final MatchConfig LIMITS = new MatchConfig(30, 45);

    @Property(tries = 200)
    void theGridFindsWhatLookingAtEveryEdgeFinds(
            @ForAll long seed, @ForAll @DoubleRange(min = -89, max = 89) double latitude) {
        var random = new SplittableRandom(seed);
        var segments = new ArrayList<RoadSegment>();
        for (int i = 0; i < 12; i++) {
            segments.add(segment("s" + i, randomLine(random, latitude, i % 4 == 0 ? 40_000 : 600)));
        }
        Collections.shuffle(segments, new Random(seed));
        var finder = new SegmentFinder(new RoadNetwork(segments), LIMITS);
        for (int i = 0; i < 60; i++) {
            var at = i % 2 == 0 ? place(random, latitude, 600) : besideSome(random, segments);
            var heading = random.nextInt(4) == 0 ? null : Double.valueOf(random.nextDouble(360));
            assertThat(finder.find(at.y, at.x, heading, 0)).isEqualTo(bySearch(segments, at, heading));
        }
    }

    @Test
    void theCellsOfALongEdgeGrowWithItsLengthAndNotWithItsArea() {
        // 105 km, of which each 25 m row has the cells within 31 m
        var ferry = segment("w1", new Coordinate(11, 50), new Coordinate(12, 50.7));
        var grid = new EdgeGrid(Edges.of(List.of(ferry)), 30);
        assertThat(grid.cells()).isBetween(15_000, 30_000);
        assertThat(new SegmentFinder(new RoadNetwork(List.of(ferry)), LIMITS).find(50.35, 11.5, null, 0))
                .isEqualTo(new Match.OnSegment("w1"));
    }

    @Test
    void anEdgeToAnotherContinentFitsIntoMemory() {
        var grid =
                new EdgeGrid(Edges.of(List.of(segment("w1", new Coordinate(-122, 37), new Coordinate(13, -52)))), 30);
        assertThat(grid.cells()).isLessThan(5_000_000);
    }

    @Test
    void citiesFarApartHaveTheirOwnCells() {
        var random = new SplittableRandom(7);
        var segments = new ArrayList<RoadSegment>();
        for (int i = 0; i < 40; i++) {
            var line = randomLine(random, 52, 600);
            for (var point : line) {
                point.x += i % 3 * 60;
            }
            segments.add(segment("s" + i, line));
        }
        var finder = new SegmentFinder(new RoadNetwork(segments), LIMITS);
        for (int i = 0; i < 500; i++) {
            var at = besideSome(random, segments);
            assertThat(finder.find(at.y, at.x, null, 0)).isEqualTo(bySearch(segments, at, null));
        }
    }

    @Test
    void aNetworkWithoutRoadsHasNoCells() {
        assertThat(new EdgeGrid(Edges.of(List.of()), 30).cell(52, 13)).isEqualTo(EdgeGrid.NO_CELL);
    }

    private static Match bySearch(List<RoadSegment> segments, Coordinate at, Double heading) {
        String best = null;
        long nearest = Long.MAX_VALUE;
        boolean near = false;
        for (var segment : segments) {
            var points = segment.line().getCoordinates();
            for (int i = 1; i < points.length; i++) {
                double distance = distanceMetres(points[i - 1], points[i], at);
                if (distance > 30) {
                    continue;
                }
                double bearing = GreatCircle.bearingDegrees(points[i - 1].y, points[i - 1].x, points[i].y, points[i].x);
                double turn = heading == null ? 0 : Math.abs((bearing - heading + 540) % 360 - 180);
                long centimetres = Math.round(distance * 100);
                boolean first = best == null || segment.segmentId().compareTo(best) < 0;
                near = true;
                if (turn <= 45 && (centimetres < nearest || (centimetres == nearest && first))) {
                    nearest = centimetres;
                    best = segment.segmentId();
                }
            }
        }
        return best != null ? new Match.OnSegment(best) : near ? new Match.WrongHeading() : new Match.OffRoad();
    }

    /** Distance to the nearest point of a line, on a plane that touches the Earth at the position. */
    private static double distanceMetres(Coordinate a, Coordinate b, Coordinate at) {
        double east = GreatCircle.metresPerDegreeEast(at.y);
        double ax = (a.x - at.x) * east;
        double ay = (a.y - at.y) * GreatCircle.METRES_PER_DEGREE;
        double dx = (b.x - at.x) * east - ax;
        double dy = (b.y - at.y) * GreatCircle.METRES_PER_DEGREE - ay;
        double share = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy)));
        double x = ax + share * dx;
        double y = ay + share * dy;
        return Math.sqrt(x * x + y * y);
    }

    private static Coordinate[] randomLine(SplittableRandom random, double latitude, double metres) {
        var points = new Coordinate[3];
        for (int i = 0; i < points.length; i++) {
            points[i] = place(random, latitude, metres);
        }
        // some lie along a parallel or a meridian, where a slope is 0 or infinite
        switch (random.nextInt(4)) {
            case 0 -> points[1].y = points[0].y;
            case 1 -> points[1].x = points[0].x;
            default -> {}
        }
        return points;
    }

    private static Coordinate place(SplittableRandom random, double latitude, double metres) {
        double north = random.nextDouble(-metres, metres) / GreatCircle.METRES_PER_DEGREE;
        double east = random.nextDouble(-metres, metres) / GreatCircle.metresPerDegreeEast(latitude);
        return new Coordinate(13 + east, Math.max(-89.9, Math.min(89.9, latitude + north)));
    }

    /** A position up to 40 m from a line, and so at about the limit. */
    private static Coordinate besideSome(SplittableRandom random, List<RoadSegment> segments) {
        var points = segments.get(random.nextInt(segments.size())).line().getCoordinates();
        int i = random.nextInt(1, points.length);
        double share = random.nextDouble();
        double x = points[i - 1].x + share * (points[i].x - points[i - 1].x);
        double y = points[i - 1].y + share * (points[i].y - points[i - 1].y);
        return new Coordinate(
                x + random.nextDouble(-40, 40) / GreatCircle.metresPerDegreeEast(y),
                y + random.nextDouble(-40, 40) / GreatCircle.METRES_PER_DEGREE);
    }

    private static RoadSegment segment(String id, Coordinate... points) {
        return new RoadSegment(id, null, new GeometryFactory().createLineString(points), 50.0, Instant.EPOCH, null);
    }
}
