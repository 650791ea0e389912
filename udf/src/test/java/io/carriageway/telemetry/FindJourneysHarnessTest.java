package io.carriageway.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.row.Journey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class FindJourneysHarnessTest {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long GAP = 5 * MINUTE;
    private static final long HOLD = 25 * MINUTE;

    /** One thousandth of a degree along a meridian: 111.195 m. */
    private static final double STEP = 0.001;

    @Test
    void aJourneySumsUpItsReports() throws Exception {
        try (var journeys = open()) {
            add(journeys, point(0, 0, 10_000), point(20 * SECOND, 1, 30_000), point(40 * SECOND, 3, 20_000));
            journeys.processWatermark(Watermark.MAX_WATERMARK);
            // 111195 + 222390 mm in 40 s
            assertThat(journeys.extractOutputValues())
                    .containsExactly(journey(0, 40 * SECOND, 334, 3, 30_022L, 30_000));
        }
    }

    @Test
    void aSingleReportIsAJourneyWithoutAnAverageSpeed() throws Exception {
        try (var journeys = open()) {
            add(journeys, point(0, 0, 10_000));
            journeys.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(journeys.extractOutputValues()).containsExactly(journey(0, 0, 0, 1, null, 10_000));
        }
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
            journeys.processWatermark(new Watermark(GAP + HOLD));
            add(journeys, point(GAP, 0, 0));
            journeys.processWatermark(new Watermark(GAP + HOLD + MINUTE));
            assertThat(journeys.extractOutputValues()).isEmpty();
            journeys.processWatermark(new Watermark(2 * GAP + HOLD + MINUTE));
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
    void aLongJourneyKeepsNoMoreStateThanTheHold() throws Exception {
        assertThat(sizeAfter(300)).isLessThan(sizeAfter(60) + 500);
    }

    @Test
    void aRestoreGoesOnWhereTheCheckpointLeftOff() throws Exception {
        try (var before = open();
                var after = unopened()) {
            add(before, point(0, 0, 10_000), point(MINUTE, 1, 0));
            before.processWatermark(new Watermark(HOLD + 30 * SECOND));
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

    /** Any order that stays within the hold gives the journeys of a batch. */
    @Property(tries = 100)
    void shuffledStreamingGivesTheJourneysOfABatch(@ForAll long seed) throws Exception {
        var random = new Random(seed);
        var points = new ArrayList<JourneyPoint>();
        long time = 0;
        for (int i = 0; i < 200; i++) {
            long pause = random.nextInt(12) == 0 ? random.nextLong(2 * GAP) : random.nextLong(MINUTE);
            // one gap at least: of ten thousand seeds a few would have none
            time += i == 100 ? 2 * GAP : pause;
            points.add(new JourneyPoint(time, 0, i, 52 + STEP * random.nextInt(9), 13, random.nextInt(90_000)));
        }
        List<Journey> batch;
        try (var journeys = open()) {
            add(journeys, points.toArray(new JourneyPoint[0]));
            journeys.processWatermark(Watermark.MAX_WATERMARK);
            batch = journeys.extractOutputValues();
        }
        assertThat(batch).hasSizeGreaterThan(1);
        assertThat(streamed(points, random)).containsExactlyElementsOf(batch);
    }

    /** Each report arrives up to the hold after its time, and the watermark follows the arrivals. */
    private static List<Journey> streamed(List<JourneyPoint> points, Random random) throws Exception {
        record Arrival(long timeMillis, JourneyPoint point) {}
        var arrivals = new ArrayList<Arrival>();
        points.forEach(point -> arrivals.add(new Arrival(point.timeMillis() + random.nextLong(HOLD), point)));
        Collections.shuffle(arrivals, random);
        arrivals.sort((a, b) -> Long.compare(a.timeMillis(), b.timeMillis()));
        try (var journeys = open()) {
            for (var arrival : arrivals) {
                journeys.processWatermark(new Watermark(arrival.timeMillis()));
                add(journeys, arrival.point());
            }
            journeys.processWatermark(Watermark.MAX_WATERMARK);
            return journeys.extractOutputValues();
        }
    }

    /** Bytes of a snapshot after so many minutes of one journey with a report a minute. */
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

    private static JourneyPoint point(long timeMillis, long step, int speedMetresPerHour) {
        return new JourneyPoint(timeMillis, 0, timeMillis, 52 + STEP * step, 13, speedMetresPerHour);
    }

    private static Journey journey(long start, long end, long distance, long samples, Long average, long max) {
        return new Journey(
                "bus-1",
                Instant.ofEpochMilli(start),
                Instant.ofEpochMilli(end),
                distance,
                samples,
                average,
                max,
                samples,
                0,
                true);
    }

    private static void add(
            KeyedOneInputStreamOperatorTestHarness<String, VehiclePoint, Journey> journeys, JourneyPoint... points)
            throws Exception {
        for (var point : points) {
            journeys.processElement(new StreamRecord<>(new VehiclePoint("bus-1", point)));
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, VehiclePoint, Journey> open() throws Exception {
        var harness = unopened();
        harness.open();
        return harness;
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, VehiclePoint, Journey> unopened() throws Exception {
        var rule = new JourneyRule(Duration.ofMillis(GAP), Duration.ofMillis(HOLD));
        var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new FindJourneys(rule)), VehiclePoint::vehicleId, Types.STRING);
        harness.setup();
        return harness;
    }
}
