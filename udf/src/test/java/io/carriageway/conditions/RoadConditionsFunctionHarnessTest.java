package io.carriageway.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.carriageway.accident.LocalWeather;
import io.carriageway.accident.StationObservation;
import io.carriageway.row.RoadConditions5m;
import io.carriageway.window.WindowRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

class RoadConditionsFunctionHarnessTest {

    /** Two zones of resolution 8 side by side. */
    private static final String HERE = "881f1d4811fffff";

    private static final String THERE = "881f1d4813fffff";
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration ALLOWED_LATENESS = Duration.ofMinutes(25);
    private static final WindowRule WINDOWS =
            new WindowRule(Duration.ofMinutes(5), ALLOWED_LATENESS, Duration.ofMinutes(1));

    @Example
    void whatNobodyToldOfIsNull() throws Exception {
        try (var zones = open()) {
            send(zones, ConditionsInput.of(new ZoneTraffic(HERE, minute(0), 3, 12, 0, 0, 0, 0)));
            send(zones, ConditionsInput.of(new ZoneTraffic(THERE, minute(0), 0, 0, 2, 1, 30, 100_000)));
            end(zones);
            assertThat(finals(zones))
                    .extracting(
                            RoadConditions5m::getZoneId,
                            RoadConditions5m::getVehicleSum,
                            RoadConditions5m::getP50Kmh,
                            RoadConditions5m::getLevelOfService,
                            RoadConditions5m::getActiveAccidents,
                            RoadConditions5m::getWeatherCondition)
                    .containsExactly(tuple(HERE, 12L, null, null, 0L, null), tuple(THERE, null, 30, "C", 0L, null));
        }
    }

    @Example
    void weatherAloneMakesNoRow() throws Exception {
        try (var zones = open()) {
            send(zones, ConditionsInput.of(observation("st-1", minute(1))));
            end(zones);
            assertThat(zones.extractOutputValues()).isEmpty();
            assertThat(zones.numKeyedStateEntries())
                    .as("one minute of weather, when that was, and how far time is")
                    .isEqualTo(3);
        }
    }

    @Example
    void anAccidentMakesRowsWhereNothingElseIsSeen() throws Exception {
        try (var zones = open()) {
            send(zones, ConditionsInput.of(report("a", true, minute(2), 0)));
            send(zones, ConditionsInput.of(report("a", false, minute(7), 1)));
            send(zones, ConditionsInput.of(observation("st-1", minute(1))));
            zones.processWatermark(new Watermark(minute(120)));
            assertThat(finals(zones))
                    .extracting(
                            RoadConditions5m::getWindowStart,
                            RoadConditions5m::getActiveAccidents,
                            RoadConditions5m::getWeatherStationId,
                            RoadConditions5m::getEventCount)
                    .startsWith(
                            tuple(Instant.ofEpochMilli(minute(0)), 1L, "st-1", 2L),
                            tuple(Instant.ofEpochMilli(minute(5)), 1L, "st-1", 3L),
                            tuple(Instant.ofEpochMilli(minute(10)), 0L, "st-1", 3L))
                    .as("kept while reports of that time can still affect it")
                    .hasSize(14);
        }
    }

    @Example
    void theEndOfInputMakesNoRowsOfTheFuture() throws Exception {
        try (var zones = open()) {
            send(zones, ConditionsInput.of(report("a", true, minute(2), 0)));
            send(zones, ConditionsInput.of(observation("st-1", minute(11))));
            zones.processWatermark(new Watermark(minute(17)));
            end(zones);
            assertThat(finals(zones))
                    .extracting(row -> (row.getWindowStart().toEpochMilli() - minute(0)) / 60_000)
                    .as("up to the newest event")
                    .containsExactly(0L, 5L, 10L);
        }
    }

    @Example
    void whereMoreInputIsKnownToBeTheEndMakesTheRowsOfTheTimeUpToIt() throws Exception {
        try (var zones = open(Instant.ofEpochMilli(minute(20)))) {
            send(zones, ConditionsInput.of(report("a", true, minute(2), 0)));
            end(zones);
            assertThat(finals(zones))
                    .extracting(row -> (row.getWindowStart().toEpochMilli() - minute(0)) / 60_000)
                    .containsExactly(0L, 5L, 10L, 15L);
        }
    }

    @Example
    void aRestoreMakesNoRowsAgainThatWereFinal() throws Exception {
        try (var zones = open();
                var restored = create(Instant.MIN)) {
            send(zones, ConditionsInput.of(report("a", true, minute(2), 0)));
            zones.processWatermark(new Watermark(minute(42)));
            restored.initializeState(zones.snapshot(1, 1));
            restored.open();
            // the first timer of its window is the one at which the window that starts at 10 became final
            send(restored, ConditionsInput.of(report("b", true, minute(36), 1)));
            restored.processWatermark(new Watermark(minute(46)));
            assertThat(finals(restored))
                    .extracting(row -> (row.getWindowStart().toEpochMilli() - minute(0)) / 60_000)
                    .containsExactly(15L);
        }
    }

    @Example
    void aRowIsProvisionalAtTheWindowsEndAndThenWhereItChanges() throws Exception {
        try (var zones = open()) {
            send(zones, ConditionsInput.of(new ZoneTraffic(HERE, minute(0), 3, 12, 0, 0, 0, 0)));
            zones.processWatermark(new Watermark(minute(7)));
            send(zones, ConditionsInput.of(new ZoneTraffic(HERE, minute(0), 4, 15, 0, 0, 0, 0)));
            zones.processWatermark(new Watermark(minute(12)));
            end(zones);
            assertThat(zones.extractOutputValues())
                    .extracting(RoadConditions5m::getFrames, RoadConditions5m::getComplete)
                    .containsExactly(tuple(3L, false), tuple(4L, false), tuple(4L, true));
        }
    }

    /** Each event comes up to the allowed lateness after its time, and the watermark follows. */
    @Property(tries = 50)
    void shuffledStreamingGivesTheFinalRowsOfABatch(@ForAll long seed) throws Exception {
        record TimedElement(long timeMillis, ConditionsInput input) {}
        var random = new Random(seed);
        var arrivals = new ArrayList<TimedElement>();
        for (var input : any(random)) {
            arrivals.add(new TimedElement(input.timeMillis() + random.nextLong(ALLOWED_LATENESS.toMillis()), input));
        }
        Collections.shuffle(arrivals, random);
        try (var batch = open();
                var streaming = open()) {
            for (var arrival : arrivals) {
                send(batch, arrival.input());
            }
            end(batch);
            arrivals.sort(Comparator.comparingLong(TimedElement::timeMillis));
            for (var arrival : arrivals) {
                streaming.processWatermark(new Watermark(arrival.timeMillis()));
                send(streaming, arrival.input());
            }
            end(streaming);
            assertThat(finals(streaming)).isEqualTo(finals(batch)).isNotEmpty();
        }
    }

    private static List<ConditionsInput> any(Random random) {
        var input = new ArrayList<ConditionsInput>();
        for (int i = 0; i < 30; i++) {
            long time = minute(random.nextInt(60)) + random.nextInt(60_000);
            input.add(ConditionsInput.of(observation("st-" + i, time)));
            var zone = random.nextBoolean() ? HERE : THERE;
            input.add(ConditionsInput.of(
                    new StatusReport("a-" + random.nextInt(4), zone, random.nextInt(3) > 0, time, 0, i)));
        }
        for (int window = 0; window < 12; window++) {
            input.add(ConditionsInput.of(new ZoneTraffic(
                    random.nextBoolean() ? HERE : THERE,
                    minute(5 * window),
                    random.nextInt(5),
                    random.nextInt(50),
                    1 + random.nextInt(5),
                    1,
                    random.nextInt(60),
                    50_000)));
        }
        return input;
    }

    private static StatusReport report(String accident, boolean active, long timeMillis, long offset) {
        return new StatusReport(accident, HERE, active, timeMillis, 0, offset);
    }

    private static StationObservation observation(String station, long timeMillis) {
        return new StationObservation(
                52.5, 13.4, new LocalWeather(station, timeMillis, 0, "RAIN", 10_000, 90_000, null, 0, null));
    }

    private static long minute(long minute) {
        return NOON.plusSeconds(60 * minute).toEpochMilli();
    }

    private static List<RoadConditions5m> finals(
            KeyedOneInputStreamOperatorTestHarness<String, ConditionsInput, RoadConditions5m> zones) {
        return zones.extractOutputValues().stream()
                .filter(RoadConditions5m::getComplete)
                .sorted(Comparator.comparing(RoadConditions5m::getWindowStart)
                        .thenComparing(RoadConditions5m::getZoneId))
                .toList();
    }

    private static void send(
            KeyedOneInputStreamOperatorTestHarness<String, ConditionsInput, RoadConditions5m> zones,
            ConditionsInput input)
            throws Exception {
        zones.processElement(new StreamRecord<>(input));
    }

    private static void end(KeyedOneInputStreamOperatorTestHarness<String, ConditionsInput, RoadConditions5m> zones)
            throws Exception {
        zones.processWatermark(Watermark.MAX_WATERMARK);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, ConditionsInput, RoadConditions5m> open()
            throws Exception {
        return open(Instant.MIN);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, ConditionsInput, RoadConditions5m> open(
            Instant passed) throws Exception {
        var zones = create(passed);
        zones.open();
        return zones;
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, ConditionsInput, RoadConditions5m> create(
            Instant passed) throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new RoadConditionsFunction(WINDOWS, Duration.ofHours(1), passed)),
                input -> "city",
                Types.STRING);
    }
}
