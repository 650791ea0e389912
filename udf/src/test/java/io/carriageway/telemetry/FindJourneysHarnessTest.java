package io.carriageway.telemetry;

import static io.carriageway.telemetry.Journeys.ALLOWED_LATENESS;
import static io.carriageway.telemetry.Journeys.GAP;
import static io.carriageway.telemetry.Journeys.MINUTE;
import static io.carriageway.telemetry.Journeys.SECOND;
import static io.carriageway.telemetry.Journeys.STEP;
import static io.carriageway.telemetry.Journeys.add;
import static io.carriageway.telemetry.Journeys.batch;
import static io.carriageway.telemetry.Journeys.journey;
import static io.carriageway.telemetry.Journeys.open;
import static io.carriageway.telemetry.Journeys.point;
import static io.carriageway.telemetry.Journeys.streamed;
import static io.carriageway.telemetry.Journeys.unopened;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.row.Journey;
import java.util.ArrayList;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.junit.jupiter.api.Test;

class FindJourneysHarnessTest {

    @Test
    void aJourneySumsUpItsReports() throws Exception {
        try (var journeys = open()) {
            add(journeys, point(0, 0, 10_000), point(20 * SECOND, 1, 30_000), point(40 * SECOND, 3, 20_000));
            journeys.processWatermark(Watermark.MAX_WATERMARK);
            // 111195 + 222390 mm in 40 s
            assertThat(journeys.extractOutputValues())
                    .containsExactly(journey(0, 40 * SECOND, 334, 3, 30_022L, 30_000L));
        }
    }

    @Test
    void aSingleReportIsAJourneyWithoutAnAverageSpeed() throws Exception {
        try (var journeys = open()) {
            add(journeys, point(0, 0, 10_000));
            journeys.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(journeys.extractOutputValues()).containsExactly(journey(0, 0, 0, 1, null, 10_000L));
        }
    }

    @Test
    void theMaximumSpeedIsThatOfTheReportsThatHaveOneOrNull() throws Exception {
        assertThat(batch(point(0, 0, null), point(SECOND, 0, 5_000), point(2 * SECOND, 0, null)))
                .containsExactly(journey(0, 2 * SECOND, 0, 3, 0L, 5_000L));
        assertThat(batch(point(0, 0, null), point(SECOND, 0, null)))
                .containsExactly(journey(0, SECOND, 0, 2, 0L, null));
    }

    @Test
    void onlyMoreThanTheGapEndsAJourney() throws Exception {
        try (var journeys = open()) {
            add(journeys, point(0, 0, 0), point(GAP, 0, 0), point(2 * GAP + 1, 0, 0));
            journeys.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(journeys.extractOutputValues())
                    .extracting(Journey::getSamples)
                    .containsExactly(2L, 1L);
        }
    }

    @Test
    void aJourneyIsWrittenOnlyWhenNoReportCanJoinItAnyMore() throws Exception {
        try (var journeys = open()) {
            add(journeys, point(0, 0, 0));
            journeys.processWatermark(new Watermark(GAP + ALLOWED_LATENESS));
            add(journeys, point(GAP, 0, 0));
            journeys.processWatermark(new Watermark(GAP + ALLOWED_LATENESS + MINUTE));
            assertThat(journeys.extractOutputValues()).isEmpty();
            journeys.processWatermark(new Watermark(2 * GAP + ALLOWED_LATENESS + MINUTE));
            assertThat(journeys.extractOutputValues())
                    .extracting(Journey::getSamples)
                    .containsExactly(2L);
            assertThat(journeys.numKeyedStateEntries()).isZero();
        }
    }

    @Test
    void aReportThatComesBetweenTwoJourneysMakesThemOne() throws Exception {
        try (var journeys = open()) {
            add(journeys, point(0, 0, 0), point(8 * MINUTE, 0, 0));
            journeys.processWatermark(new Watermark(20 * MINUTE));
            add(journeys, point(4 * MINUTE, 0, 0));
            journeys.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(journeys.extractOutputValues())
                    .extracting(Journey::getSamples)
                    .containsExactly(3L);
        }
    }

    @Test
    void aLongJourneyKeepsNoMoreStateThanTheAllowedLateness() throws Exception {
        assertThat(sizeAfter(300)).isLessThan(sizeAfter(60) + 500);
    }

    @Test
    void aRestoreGoesOnWhereTheCheckpointLeftOff() throws Exception {
        try (var before = open();
                var after = unopened()) {
            add(before, point(0, 0, 10_000), point(MINUTE, 1, 0));
            before.processWatermark(new Watermark(ALLOWED_LATENESS + 30 * SECOND));
            add(before, point(3 * MINUTE, 2, 0));
            after.initializeState(before.snapshot(1, 1));
            after.open();
            add(after, point(2 * MINUTE, 1, 0));
            after.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(after.extractOutputValues())
                    .extracting(Journey::getSamples)
                    .containsExactly(4L);
            assertThat(after.extractOutputValues())
                    .extracting(Journey::getDistanceM)
                    .containsExactly(222L);
        }
    }

    /** Any order that stays within the allowed lateness gives the journeys of a batch. */
    @Property(tries = 100)
    void shuffledStreamingGivesTheJourneysOfABatch(@ForAll long seed) throws Exception {
        var random = new Random(seed);
        var points = new ArrayList<JourneyPoint>();
        long time = 0;
        for (int i = 0; i < 200; i++) {
            long pause = random.nextInt(12) == 0 ? random.nextLong(2 * GAP) : random.nextLong(MINUTE);
            // at least one gap: a few of ten thousand seeds would have none
            time += i == 100 ? 2 * GAP : pause;
            points.add(new JourneyPoint(time, 0, i, 52 + STEP * random.nextInt(9), 13, random.nextInt(90_000)));
        }
        var batch = batch(points.toArray(new JourneyPoint[0]));
        assertThat(batch).hasSizeGreaterThan(1);
        assertThat(streamed(points, random)).containsExactlyElementsOf(batch);
    }

    /** Size of a snapshot in bytes after that many minutes of one journey with one report a minute. */
    private static long sizeAfter(int minutes) throws Exception {
        try (var journeys = open()) {
            for (long time = 0; time < minutes * MINUTE; time += MINUTE) {
                add(journeys, point(time, time / MINUTE, 0));
                journeys.processWatermark(new Watermark(time));
            }
            return journeys.snapshot(1, 1)
                    .getManagedKeyedState()
                    .iterator()
                    .next()
                    .getStateSize();
        }
    }
}
