package io.carriageway.telemetry;

import io.carriageway.row.Journey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** Points along a meridian, the operator that makes journeys of them, and the rows that it gives. */
final class Journeys {

    static final long SECOND = 1_000;
    static final long MINUTE = 60 * SECOND;
    static final long GAP = 5 * MINUTE;
    static final long ALLOWED_LATENESS = 25 * MINUTE;

    /** One thousandth of a degree along a meridian: 111.195 m. */
    static final double STEP = 0.001;

    private Journeys() {}

    static JourneyPoint point(long timeMillis, long step, Integer speedMetresPerHour) {
        return new JourneyPoint(timeMillis, 0, timeMillis, 52 + STEP * step, 13, speedMetresPerHour);
    }

    /** A journey without implausible reports. */
    static Journey journey(long start, long end, long distance, long samples, Long average, Long max) {
        return new Journey(
                "bus-1",
                Instant.ofEpochMilli(start),
                Instant.ofEpochMilli(end),
                distance,
                samples,
                0L,
                average,
                max,
                samples,
                0,
                true);
    }

    static void add(
            KeyedOneInputStreamOperatorTestHarness<String, VehiclePoint, Journey> journeys, JourneyPoint... points)
            throws Exception {
        for (var point : points) {
            journeys.processElement(new StreamRecord<>(new VehiclePoint("bus-1", point)));
        }
    }

    static KeyedOneInputStreamOperatorTestHarness<String, VehiclePoint, Journey> open() throws Exception {
        var harness = unopened();
        harness.open();
        return harness;
    }

    static KeyedOneInputStreamOperatorTestHarness<String, VehiclePoint, Journey> unopened() throws Exception {
        var rule = new JourneyRule(Duration.ofMillis(GAP), Duration.ofMillis(ALLOWED_LATENESS));
        var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new FindJourneys(rule)), VehiclePoint::vehicleId, Types.STRING);
        harness.setup();
        return harness;
    }

    /** All points at once. */
    static List<Journey> batch(JourneyPoint... points) throws Exception {
        try (var journeys = open()) {
            add(journeys, points);
            journeys.processWatermark(Watermark.MAX_WATERMARK);
            return journeys.extractOutputValues();
        }
    }

    /** Each report arrives up to the allowed lateness after its time, and the watermark follows the arrivals. */
    static List<Journey> streamed(List<JourneyPoint> points, Random random) throws Exception {
        record TimedElement(long timeMillis, JourneyPoint point) {}
        var arrivals = new ArrayList<TimedElement>();
        points.forEach(
                point -> arrivals.add(new TimedElement(point.timeMillis() + random.nextLong(ALLOWED_LATENESS), point)));
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
}
