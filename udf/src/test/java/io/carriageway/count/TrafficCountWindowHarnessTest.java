package io.carriageway.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.TrafficCount;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.intake.RecordOrigin;
import io.carriageway.row.TrafficCountTotal;
import io.carriageway.window.TumblingWindowFunction;
import io.carriageway.window.WindowRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class TrafficCountWindowHarnessTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final WindowRule HOURS =
            new WindowRule(Duration.ofHours(1), Duration.ofMinutes(75), Duration.ofMinutes(1));

    @Test
    void ofPeriodsThatOverlapTheShortestThenTheEarliestThenTheFirstCounts() {
        var row = row(
                count(0, 3_600, 1_000).build(), // overlaps all others
                count(0, 900, 100).build(),
                count(900, 900, 200).build(), // overlaps the next, which is shorter
                count(1_700, 300, 40).build(),
                count(1_900, 300, 50).build(), // as long as the one before, and later
                count(2_000, 300, 60).build(), // begins where the fourth ends
                count(2_000, 300, 70).build()); // the same period at a higher offset
        assertThat(List.of(row.getPeriods(), row.getOverlapping(), row.getEventCount()))
                .containsExactly(3L, 4L, 7L);
        assertThat(List.of(row.getCoveredSeconds(), row.getVehicles())).containsExactly(1_500L, 200L);
    }

    @Test
    void aClassIsNullUnlessEveryPeriodThatIsTakenCountedIt() {
        var row = row(
                count(0, 60, 10).setCars(4).setBuses(1).build(),
                count(60, 60, 10).setCars(0).build(),
                count(0, 3_600, 99).setBuses(1).setTrucks(2).build()); // left out
        assertThat(Arrays.asList(row.getCars(), row.getBuses(), row.getTrucks()))
                .containsExactly(4L, null, null);
    }

    @Test
    void aMeanSpeedIsByVehiclesAndAnOccupancyByTime() {
        var row = row(
                count(0, 60, 10).setSpeedKmh(36.6).setOccupancyPct(12.34566).build(),
                count(60, 900, 1).setSpeedKmh(80.0).setOccupancyPct(0.0).build(),
                count(960, 60, 500).build());
        assertThat(List.of(row.getSpeedWeightedSumMh(), row.getSpeedVehicles())).containsExactly(446_000L, 11L);
        assertThat(List.of(row.getOccupancyPpmSeconds(), row.getOccupancySeconds()))
                .containsExactly(7_407_420L, 960L);
        assertThat(new TrafficCountMetrics().of(row).milliByMetric())
                .isEqualTo(Map.of("vehicles_per_hour", 1_803_529L, "mean_kmh", 40_545L, "occupancy_pct", 772L));
    }

    @Test
    void nobodyWhoPassedHasASpeedAndAZeroCounts() {
        var row = row(count(0, 60, 0).setSpeedKmh(50.0).setCars(0).build());
        assertThat(List.of(row.getVehicles(), row.getCars(), row.getSpeedVehicles(), row.getOccupancySeconds()))
                .containsOnly(0L);
        assertThat(Arrays.asList(row.getSpeedWeightedSumMh(), row.getOccupancyPpmSeconds()))
                .containsOnlyNulls();
    }

    @Test
    void theLargestHourFitsItsColumns() {
        var row = row(IntStream.range(0, 3_600)
                .mapToObj(i -> count(i, 1, 1_000_000).setSpeedKmh(300.0).build())
                .toArray(TrafficCount[]::new));
        assertThat(row.getSpeedWeightedSumMh()).isEqualTo(3_600L * 1_000_000 * 300_000);
        var milli = new TrafficCountMetrics().of(row).milliByMetric();
        assertThat(milli).containsEntry("vehicles_per_hour", 3_600_000_000_000L);
    }

    /** Watermarks come between, and state goes through a savepoint. */
    @Test
    void noOrderOfArrivalShows() throws Exception {
        var random = new Random(5);
        var counts = new ArrayList<StreamRecord<ReceivedEvent<TrafficCount>>>();
        for (int i = 0; i < 300; i++) {
            int start = random.nextInt(3_500);
            var count = count(start, 1 + random.nextInt(3_600 - start), random.nextInt(100));
            count.setLane("" + i % 2).setCars(i % 7 == 0 ? null : 0);
            counts.add(new StreamRecord<>(received(i, count.build())));
        }
        var inOrder = finals(counts);
        Collections.shuffle(counts, random);
        assertThat(finals(counts)).hasSize(2).containsExactlyInAnyOrderElementsOf(inOrder);
    }

    private static TrafficCountTotal row(TrafficCount... counts) {
        var window = new TrafficCountWindow();
        var periods = window.empty();
        for (int i = counts.length - 1; i >= 0; i--) { // against the order of offsets
            periods = window.add(periods, received(i, counts[i]));
        }
        return window.row(Tuple2.of("site", ""), NOON.toEpochMilli(), periods, true);
    }

    private static List<TrafficCountTotal> finals(List<StreamRecord<ReceivedEvent<TrafficCount>>> counts)
            throws Exception {
        try (var before = harness();
                var after = harness()) {
            before.open();
            before.processElements(counts.subList(0, counts.size() / 2));
            before.processWatermark(new Watermark(NOON.plusSeconds(4_000).toEpochMilli()));
            after.initializeState(before.snapshot(0, 0));
            after.open();
            after.processElements(counts.subList(counts.size() / 2, counts.size()));
            after.processWatermark(Watermark.MAX_WATERMARK);
            var rows = after.extractOutputValues();
            return rows.stream().filter(TrafficCountTotal::getComplete).toList();
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<
                    Tuple2<String, String>, ReceivedEvent<TrafficCount>, TrafficCountTotal>
            harness() throws Exception {
        var window = new TumblingWindowFunction<>(HOURS, new TrafficCountWindow(), TrafficCountWindow.PERIODS);
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(window),
                one -> Tuple2.of(one.event().getSiteId(), one.event().getLane()),
                TrafficCountWindow.KEY);
    }

    private static ReceivedEvent<TrafficCount> received(long offset, TrafficCount count) {
        return new ReceivedEvent<>(new RecordOrigin("any", 0, offset, 0), count, null);
    }

    private static TrafficCount.Builder count(int start, int seconds, int vehicles) {
        var at = NOON.plusSeconds(start);
        return TrafficCount.newBuilder(new TrafficCount(
                "site", "", at, seconds, vehicles, null, null, null, null, null, null, null, null, 52.5, 13.4));
    }
}
