package io.carriageway.accident;

import static io.carriageway.accident.Accidents.ALLOWED_LATENESS;
import static io.carriageway.accident.Accidents.NOON;
import static io.carriageway.accident.Accidents.TIMING;
import static io.carriageway.accident.Accidents.active;
import static io.carriageway.accident.Accidents.located;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

class WeatherEnrichmentHarnessTest {

    private static final double DEGREES_PER_KM = 1 / 111.195;

    @Example
    void theNewestObservationOfTheNearestStationThatObservedInTimeIsTaken() throws Exception {
        assertThat(weatherOf(observation("near", 1, 70), observation("far", 2, 60), observation("far", 2, 5)))
                .as("the nearest fell silent too long ago")
                .isEqualTo("far at -5");
        assertThat(weatherOf(observation("near", 1, 60), observation("far", 2, 5)))
                .isEqualTo("near at -60");
        assertThat(weatherOf(observation("near", 1, 0), observation("near", 1, -1)))
                .as("what comes after the accident is not asked")
                .isEqualTo("near at 0");
        assertThat(weatherOf(observation("b", 3, 1), observation("a", 3, 2))).isEqualTo("a at -2");
    }

    @Example
    void aStationTooFarAwayOrSilentGivesNone() throws Exception {
        assertThat(weatherOf(observation("in", 24.99, 1))).isEqualTo("in at -1");
        assertThat(weatherOf(observation("out", 25.01, 1))).isNull();
        assertThat(weatherOf(observation("silent", 1, 61))).isNull();
        assertThat(weatherOf()).isNull();
    }

    @Example
    void anObservationThatComesAfterTheReportStillCounts() throws Exception {
        try (var search = open()) {
            search.processElement1(new StreamRecord<>(located(active(0), 0)));
            search.processBothWatermarks(new Watermark(NOON.plusSeconds(60).toEpochMilli()));
            assertThat(search.extractOutputValues())
                    .extracting(LocatedReport::weather)
                    .containsOnlyNulls();
            search.processElement2(new StreamRecord<>(observation("st-1", 1, 0)));
            search.processBothWatermarks(Watermark.MAX_WATERMARK);
            assertThat(search.extractOutputValues()).hasSize(2);
            assertThat(text(search.extractOutputValues().get(1).weather())).isEqualTo("st-1 at 0");
        }
    }

    @Example
    void anObservationIsKeptForTheLastReportThatMayNeedItAndNoLonger() throws Exception {
        var limit = Duration.ofHours(24);
        try (var search = open()) {
            search.processElement2(new StreamRecord<>(observation("st-1", 1, 60)));
            search.processBothWatermarks(
                    new Watermark(NOON.plus(limit).plus(ALLOWED_LATENESS).toEpochMilli()));
            search.processElement1(new StreamRecord<>(located(active(24 * 60), 0)));
            search.processBothWatermarks(Watermark.MAX_WATERMARK);
            assertThat(text(search.extractOutputValues().get(0).weather())).isEqualTo("st-1 at -60");
            assertThat(search.numKeyedStateEntries()).isZero();
        }
    }

    /** Each event comes up to the allowed lateness after its time, and the watermark follows. */
    @Property(tries = 100)
    void shuffledStreamingFindsTheWeatherOfABatch(@ForAll long seed) throws Exception {
        record TimedElement(long timeMillis, Object event) {}
        var random = new Random(seed);
        var reports = Accidents.any(random);
        var observations = observations(random);
        var arrivals = new ArrayList<TimedElement>();
        reports.forEach(r ->
                arrivals.add(new TimedElement(r.reportedAtMillis() + random.nextLong(ALLOWED_LATENESS.toMillis()), r)));
        observations.forEach(o ->
                arrivals.add(new TimedElement(o.observedAtMillis() + random.nextLong(ALLOWED_LATENESS.toMillis()), o)));
        Collections.shuffle(arrivals, random);
        arrivals.sort((a, b) -> Long.compare(a.timeMillis(), b.timeMillis()));
        try (var batch = open();
                var streaming = open()) {
            for (var observation : observations) {
                batch.processElement2(new StreamRecord<>(observation));
            }
            for (var report : reports) {
                batch.processElement1(new StreamRecord<>(report));
            }
            batch.processBothWatermarks(Watermark.MAX_WATERMARK);
            for (var arrival : arrivals) {
                streaming.processBothWatermarks(new Watermark(arrival.timeMillis()));
                if (arrival.event() instanceof LocatedReport report) {
                    streaming.processElement1(new StreamRecord<>(report));
                } else {
                    streaming.processElement2(new StreamRecord<>((StationObservation) arrival.event()));
                }
            }
            streaming.processBothWatermarks(Watermark.MAX_WATERMARK);
            assertThat(last(streaming)).isEqualTo(last(batch)).hasSameSizeAs(reports);
            assertThat(last(batch).values()).as("some have weather").anyMatch(found -> found.weather() != null);
        }
    }

    private static List<StationObservation> observations(Random random) {
        var observations = new HashMap<String, StationObservation>();
        for (int i = 0; i < 60; i++) {
            int station = random.nextInt(3);
            long minutesBefore = random.nextLong(-180, 180);
            var observation = observation("st-" + station, 10 * (1 + station), minutesBefore);
            observations.put(station + "/" + minutesBefore, observation);
        }
        return List.copyOf(observations.values());
    }

    /** The last output for each report. */
    private static Map<Long, LocatedReport> last(
            KeyedTwoInputStreamOperatorTestHarness<String, LocatedReport, StationObservation, LocatedReport> search) {
        var last = new HashMap<Long, LocatedReport>();
        search.extractOutputValues().forEach(report -> last.put(report.offset(), report));
        return last;
    }

    /** The weather of an accident at noon, as text. */
    private static String weatherOf(StationObservation... observations) throws Exception {
        try (var search = open()) {
            for (var observation : observations) {
                search.processElement2(new StreamRecord<>(observation));
            }
            search.processElement1(new StreamRecord<>(located(active(0), 0)));
            search.processBothWatermarks(Watermark.MAX_WATERMARK);
            var reports = search.extractOutputValues();
            return text(reports.get(reports.size() - 1).weather());
        }
    }

    private static String text(LocalWeather weather) {
        return weather == null
                ? null
                : weather.stationId() + " at "
                        + Duration.between(NOON, Instant.ofEpochMilli(weather.observedAtMillis()))
                                .toMinutes();
    }

    private static StationObservation observation(String station, double kmNorth, long minutesBefore) {
        long observedAt = NOON.minusSeconds(60 * minutesBefore).toEpochMilli();
        return new StationObservation(
                52.5 + kmNorth * DEGREES_PER_KM,
                13.4,
                new LocalWeather(station, observedAt, 0, "RAIN", 10_000, 90_000, null, 0, null));
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, LocatedReport, StationObservation, LocatedReport>
            open() throws Exception {
        var harness = new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new WeatherEnrichment(TIMING)), r -> "city", o -> "city", Types.STRING);
        harness.open();
        return harness;
    }
}
