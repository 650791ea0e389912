package io.carriageway.telemetry;

import static io.carriageway.telemetry.Journeys.ALLOWED_LATENESS;
import static io.carriageway.telemetry.Journeys.GAP;
import static io.carriageway.telemetry.Journeys.MINUTE;
import static io.carriageway.telemetry.Journeys.SECOND;
import static io.carriageway.telemetry.Journeys.STEP;
import static io.carriageway.telemetry.Journeys.add;
import static io.carriageway.telemetry.Journeys.batch;
import static io.carriageway.telemetry.Journeys.open;
import static io.carriageway.telemetry.Journeys.point;
import static io.carriageway.telemetry.Journeys.streamed;
import static io.carriageway.telemetry.Journeys.unopened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.carriageway.row.Journey;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.junit.jupiter.api.Test;

/**
 * Points that no vehicle can have reached: successive points are ten seconds apart, which allows 900 m; a step has 111
 * m.
 */
class ImplausiblePointsHarnessTest {

    private static final int FAR = 9_000;

    @Test
    void aPointOfNowhereIsLeftOutOfTheDistance() throws Exception {
        var journey = only(
                new JourneyPoint(0, 0, 0, 50.0000, 11, 30_000),
                new JourneyPoint(10 * SECOND, 0, 1, 50.0005, 11, 30_000),
                new JourneyPoint(20 * SECOND, 0, 2, 0, 0, 30_000),
                new JourneyPoint(30 * SECOND, 0, 3, 50.0010, 11, 30_000));
        assertThat(List.of(journey.getDistanceM(), journey.getSpeedAvgMh(), journey.getSamples()))
                .containsExactly(111L, 13_343L, 4L);
        assertThat(journey.getImplausible()).isEqualTo(1);
    }

    @Test
    void anOutlierAtTheBeginningIsGivenUpForTheThirdPointThatContradictsIt() throws Exception {
        assertJourney(along(FAR, 0, 1, 2, 3, 4), 3, 222);
    }

    @Test
    void anOutlierAtTheEndCountsForTheEndAndNotForTheDistance() throws Exception {
        var journey = assertJourney(along(0, 1, 2, FAR), 1, 222);
        assertThat(journey.getEndedAt().toEpochMilli()).isEqualTo(30 * SECOND);
        assertThat(journey.getSpeedAvgMh()).isEqualTo(222_390L * 3_600 / 30_000);
    }

    @Test
    void outliersThatComeTwiceAreBothLeftOut() throws Exception {
        assertJourney(along(0, FAR, 1, FAR, 2), 2, 222);
        assertJourney(along(0, FAR, FAR, 1, 2), 2, 222);
        assertJourney(along(0, FAR, 1, FAR, FAR, 2), 3, 222);
    }

    @Test
    void threeThatAgreeWithEachOtherAreBelievedAndTheJumpIsNotCounted() throws Exception {
        assertJourney(along(0, 1, FAR, FAR + 1, FAR + 2, FAR + 3, FAR + 4), 3, 334);
        assertJourney(along(0, 1, FAR, FAR + 1, FAR + 2, 2), 4, 111);
    }

    @Test
    void threeThatContradictEachOtherAreNotBelieved() throws Exception {
        assertJourney(along(0, FAR, 2 * FAR, 3 * FAR, 1), 3, 111);
        assertJourney(along(0, FAR, FAR + 1, 2 * FAR, FAR, 1), 4, 111);
        assertJourney(along(0, FAR, 2 * FAR, 2 * FAR, 2 * FAR, 2 * FAR + 1), 4, 111);
    }

    @Test
    void onlyMoreThanTwoHundredMetresAndSeventyMetresASecondIsImplausible() {
        assertThat(new Step(200_000, 0).isPlausible()).isTrue();
        assertThat(new Step(200_001, 0).isPlausible()).isFalse();
        assertThat(new Step(900_000, 10 * SECOND).isPlausible()).isTrue();
        assertThat(new Step(900_001, 10 * SECOND).isPlausible()).isFalse();
        assertThat(new Step(200_070, 1).isPlausible()).isTrue();
        assertThat(new Step(200_071, 1).isPlausible()).isFalse();
    }

    @Test
    void theTimeSinceTheLastKeptPointCounts() throws Exception {
        // 1,001 m in 10 s are too far; from the kept point it is 20 s, which allow 1,600 m
        assertJourney(along(0, 9, 9), 1, 1_001);
    }

    @Test
    void anOutlierNeitherBeginsNorEndsAJourney() throws Exception {
        assertThat(batch(point(0, 0, 0), point(GAP, FAR, 0), point(2 * GAP, 0, 0)))
                .extracting(Journey::getSamples, Journey::getImplausible)
                .containsExactly(tuple(3L, 1L));
    }

    /** Two minutes apart, so that some points are appended to the open journey and others not yet. */
    @Test
    void aSavepointBetweenPointsThatContradictLosesNoneOfThem() throws Exception {
        var points = every(2 * MINUTE, 0, 1, FAR, FAR + 1, FAR + 2, FAR + 3, 2, FAR + 4);
        var batch = batch(points);
        assertThat(batch)
                .extracting(Journey::getImplausible, Journey::getDistanceM)
                .containsExactly(tuple(4L, 334L));
        for (long now = ALLOWED_LATENESS;
                now <= ALLOWED_LATENESS + GAP + points[points.length - 1].timeMillis();
                now += MINUTE) {
            try (var before = open();
                    var after = unopened()) {
                add(before, points);
                before.processWatermark(new Watermark(now));
                assertThat(before.extractOutputValues()).isEmpty();
                after.initializeState(before.snapshot(1, 1));
                after.open();
                after.processWatermark(Watermark.MAX_WATERMARK);
                assertThat(after.extractOutputValues()).isEqualTo(batch);
            }
        }
    }

    /**
     * Any order that stays within the allowed lateness gives the journeys of a batch, whichever points are outliers.
     */
    @Property(tries = 100)
    void shuffledStreamingGivesTheJourneysOfABatch(@ForAll long seed) throws Exception {
        var random = new Random(seed);
        var points = new ArrayList<JourneyPoint>();
        long time = 0;
        int home = 0;
        for (int i = 0; i < 200; i++) {
            time += random.nextInt(25) == 0 ? 2 * GAP : random.nextLong(20 * SECOND);
            home += random.nextInt(12) == 0 ? FAR : random.nextInt(2);
            int away = random.nextInt(4) == 0 ? FAR * random.nextInt(3) : 0;
            var speed = random.nextInt(5) == 0 ? null : Integer.valueOf(random.nextInt(90_000));
            points.add(new JourneyPoint(time, random.nextInt(2), i, -60 + STEP * (home % 120_000 + away), 13, speed));
        }
        var batch = batch(points.toArray(new JourneyPoint[0]));
        assertThat(batch.stream().mapToLong(Journey::getImplausible).sum()).isPositive();
        assertThat(streamed(points, random)).containsExactlyElementsOf(batch);
    }

    private static JourneyPoint[] along(int... steps) {
        return every(10 * SECOND, steps);
    }

    /** Points at these numbers of steps to the north. */
    private static JourneyPoint[] every(long millis, int... steps) {
        var points = new JourneyPoint[steps.length];
        for (int i = 0; i < steps.length; i++) {
            points[i] = point(i * millis, steps[i], 0);
        }
        return points;
    }

    private static Journey assertJourney(JourneyPoint[] points, long implausible, long distance) throws Exception {
        var journey = only(points);
        assertThat(journey.getImplausible()).isEqualTo(implausible);
        assertThat(journey.getDistanceM()).isEqualTo(distance);
        assertThat(journey.getSamples()).isEqualTo(points.length);
        return journey;
    }

    private static Journey only(JourneyPoint... points) throws Exception {
        var journeys = batch(points);
        assertThat(journeys).hasSize(1);
        return journeys.get(0);
    }
}
