package io.carriageway.accident;

import static io.carriageway.accident.Accidents.ALLOWED_LATENESS;
import static io.carriageway.accident.Accidents.NOON;
import static io.carriageway.accident.Accidents.TIMING;
import static io.carriageway.accident.Accidents.active;
import static io.carriageway.accident.Accidents.located;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.carriageway.event.AccidentSeverity;
import io.carriageway.row.Accident;
import io.carriageway.row.Accident1h;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** Runs the two operators of accidents and of counts one after the other, as in the job. */
class AccidentLifecycleHarnessTest {

    private static final OutputTag<AccidentContribution> CONTRIBUTIONS =
            new OutputTag<>("shares", TypeInformation.of(AccidentContribution.class));

    @Example
    void aChangedReportMovesTheAccidentAndItsOldCellStaysWithNone() throws Exception {
        try (var city = new Rows()) {
            city.add(located(active(0).setVehicles(2).setCasualties(1), 0));
            city.watermark(NOON.plusSeconds(60));
            city.add(located(active(5).setSeverity(AccidentSeverity.SERIOUS).setVehicles(3), 1));
            city.end();
            assertThat(city.finalHours())
                    .containsExactlyInAnyOrder(hour("SLIGHT", 0, 0L, 0L, 2), hour("SERIOUS", 1, 3L, null, 2));
            assertThat(city.hours()).as("what was known before").contains(provisional(hour("SLIGHT", 1, 2L, 1L, 1)));
        }
    }

    @Example
    void anHourKnowsFromWhenToWhenReportsAreOnItsAccidentsWhereverTheyPutThem() throws Exception {
        try (var city = new Rows()) {
            city.add(
                    located(active(-90).setOccurredAt(NOON.minusSeconds(6_000)), 0),
                    located(active(2), 1),
                    located(active(7).setAccidentId("a-2").setOccurredAt(NOON.plusSeconds(300)), 2),
                    located(active(80).setOccurredAt(NOON.plusSeconds(4_000)), 3));
            city.end();
            assertThat(city.counted())
                    .filteredOn(hour -> hour.row().getComplete()
                            && hour.row().getWindowStart().equals(NOON))
                    .extracting(CountedHour::firstSeenMillis, CountedHour::latestOccurredAtMillis)
                    .containsExactly(tuple(
                            NOON.minusSeconds(5_400).toEpochMilli(),
                            NOON.plusSeconds(4_000).toEpochMilli()));
        }
    }

    @Example
    void aRowComesAMinuteAfterTheReportAndIsFinalWhenNoReportCanFollow() throws Exception {
        try (var city = new Rows()) {
            city.add(located(active(0), 0));
            city.watermark(NOON.plusSeconds(60));
            assertThat(city.accidents()).extracting(Accident::getComplete).containsExactly(false);
            city.watermark(NOON.plus(Duration.ofHours(24)).plus(ALLOWED_LATENESS));
            assertThat(city.accidents()).extracting(Accident::getComplete).containsExactly(false);
            city.watermark(
                    NOON.plus(Duration.ofHours(24)).plus(ALLOWED_LATENESS).plusSeconds(60));
            assertThat(city.accidents()).extracting(Accident::getComplete).containsExactly(false, true);
            city.end();
            assertThat(city.finalHours()).hasSize(1);
            assertThat(city.entries()).as("no state is left").isZero();
        }
    }

    @Example
    void certainWeatherTakesThePlaceOfTheFirstAndCountsNoReport() throws Exception {
        var weather = new LocalWeather("st-1", NOON.toEpochMilli(), 100, "RAIN", 10_000, 90_000, null, null, null);
        try (var city = new Rows()) {
            city.add(located(active(0), 0));
            city.watermark(NOON.plusSeconds(60));
            city.add(located(active(0), 0).with(weather));
            city.end();
            assertThat(city.accidents()).last().satisfies(row -> {
                assertThat(row.getWeatherStationId()).isEqualTo("st-1");
                assertThat(row.getEventCount()).isEqualTo(1);
            });
        }
    }

    /** Each report comes up to the allowed lateness after its time, and the watermark follows. */
    @Property(tries = 100)
    void shuffledStreamingGivesTheFinalRowsOfABatch(@ForAll long seed) throws Exception {
        record TimedElement(long timeMillis, LocatedReport report) {}
        var random = new Random(seed);
        var reports = Accidents.any(random);
        var arrivals = new ArrayList<TimedElement>();
        reports.forEach(report -> arrivals.add(
                new TimedElement(report.reportedAtMillis() + random.nextLong(ALLOWED_LATENESS.toMillis()), report)));
        Collections.shuffle(arrivals, random);
        arrivals.sort((a, b) -> Long.compare(a.timeMillis(), b.timeMillis()));
        try (var batch = new Rows();
                var streaming = new Rows()) {
            batch.add(reports.toArray(new LocatedReport[0]));
            batch.end();
            for (var arrival : arrivals) {
                streaming.watermark(Instant.ofEpochMilli(arrival.timeMillis()));
                streaming.add(arrival.report());
            }
            streaming.end();
            assertThat(streaming.finalAccidents()).containsExactlyInAnyOrderElementsOf(batch.finalAccidents());
            assertThat(streaming.finalHours()).containsExactlyInAnyOrderElementsOf(batch.finalHours());
            assertThatTheGuardKeepsTheNewest(streaming.hours());
            assertThat(batch.finalHours().stream()
                            .mapToLong(Accident1h::getAccidents)
                            .sum())
                    .as("every accident is in one cell")
                    .isEqualTo(batch.finalAccidents().size());
        }
    }

    /** A changed row has more events than the one before, so the guard of the table accepts it and never goes back. */
    private static void assertThatTheGuardKeepsTheNewest(List<Accident1h> rows) {
        var before = new HashMap<String, Accident1h>();
        for (var row : rows) {
            var last = before.put(row.getZoneId() + row.getWindowStart() + row.getSeverity(), provisional(row));
            assertThat(last == null || last.equals(provisional(row)) || last.getEventCount() < row.getEventCount())
                    .isTrue();
        }
    }

    private static Accident1h hour(String severity, long accidents, Long vehicles, Long casualties, long reports) {
        return new Accident1h("zone-1", NOON, severity, accidents, vehicles, casualties, reports, 0, true);
    }

    private static Accident1h provisional(Accident1h row) {
        return Accident1h.newBuilder(row).setComplete(false).build();
    }

    /** Both operators. */
    private static final class Rows implements AutoCloseable {

        private final KeyedOneInputStreamOperatorTestHarness<String, LocatedReport, Accident> accidents =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new AccidentLifecycle(TIMING, CONTRIBUTIONS)),
                        LocatedReport::accidentId,
                        Types.STRING);
        private final KeyedOneInputStreamOperatorTestHarness<HourCell, AccidentContribution, CountedHour> hours =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new CountAccidents(TIMING)),
                        AccidentContribution::cell,
                        TypeInformation.of(HourCell.class));

        private int handedOn;

        Rows() throws Exception {
            accidents.open();
            hours.open();
        }

        void add(LocatedReport... reports) throws Exception {
            for (var report : reports) {
                accidents.processElement(new StreamRecord<>(report));
            }
        }

        void watermark(Instant time) throws Exception {
            watermark(new Watermark(time.toEpochMilli()));
        }

        void end() throws Exception {
            watermark(Watermark.MAX_WATERMARK);
        }

        private void watermark(Watermark mark) throws Exception {
            accidents.processWatermark(mark);
            var contributions = accidents.getSideOutput(CONTRIBUTIONS);
            if (contributions != null) {
                for (var share : new ArrayList<>(contributions).subList(handedOn, contributions.size())) {
                    hours.processElement(share);
                }
                handedOn = contributions.size();
            }
            hours.processWatermark(mark);
        }

        int entries() {
            return accidents.numKeyedStateEntries() + hours.numKeyedStateEntries();
        }

        List<Accident> accidents() {
            return accidents.extractOutputValues();
        }

        List<Accident1h> hours() {
            return counted().stream().map(CountedHour::row).toList();
        }

        List<CountedHour> counted() {
            return hours.extractOutputValues();
        }

        List<Accident> finalAccidents() {
            return accidents().stream().filter(Accident::getComplete).toList();
        }

        List<Accident1h> finalHours() {
            return hours().stream().filter(Accident1h::getComplete).toList();
        }

        @Override
        public void close() throws Exception {
            accidents.close();
            hours.close();
        }
    }
}
