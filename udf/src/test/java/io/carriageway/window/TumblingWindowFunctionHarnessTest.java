package io.carriageway.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TumblingWindowFunctionHarnessTest {

    private static final long MINUTE = 60_000;
    private static final WindowRule RULE =
            new WindowRule(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofMinutes(2));

    /** An element of a key at a time. */
    record Sample(String key, long timeMillis, long value) {}

    /** The emitted row. */
    record Row(String key, long start, long sum, boolean complete) {}

    /** The sum of the values. */
    static final class Sum implements WindowAggregate<String, Sample, Long, Row> {
        @Override
        public long timeMillis(Sample sample) {
            return sample.timeMillis();
        }

        @Override
        public Long empty() {
            return 0L;
        }

        @Override
        public Long add(Long sum, Sample sample) {
            return sum + sample.value();
        }

        @Override
        public Row row(String key, long windowStart, Long sum, boolean complete) {
            return new Row(key, windowStart, sum, complete);
        }
    }

    @Test
    void aWindowEmitsAtItsEndThenAtUpdatesAndOnceMoreWhenFinal() throws Exception {
        try (var windows = harness()) {
            windows.processElement(at(10));
            windows.processWatermark(new Watermark(MINUTE - 1));
            windows.processElement(at(20));
            windows.processElement(at(30));
            windows.processWatermark(new Watermark(2 * MINUTE));
            assertThat(windows.extractOutputValues()).containsExactly(new Row("a", 0, 1, false));
            windows.processWatermark(new Watermark(5 * MINUTE));
            windows.processWatermark(new Watermark(20 * MINUTE));
            assertThat(windows.extractOutputValues())
                    .containsExactly(new Row("a", 0, 1, false), new Row("a", 0, 3, false), new Row("a", 0, 3, true));
        }
    }

    @Test
    void aWindowThatStaysOpenTakesElementsUntilTheInputEnds() throws Exception {
        try (var windows = harness(RULE.openBefore(1))) {
            windows.processWatermark(new Watermark(1_000 * MINUTE));
            windows.processElement(at(10));
            windows.processElement(at(1_000 * MINUTE));
            windows.processWatermark(new Watermark(1_002 * MINUTE));
            windows.processElement(at(20));
            windows.processWatermark(new Watermark(2_000 * MINUTE));
            assertThat(windows.extractOutputValues())
                    .filteredOn(row -> row.start() == 0)
                    .containsExactly(new Row("a", 0, 1, false), new Row("a", 0, 2, false));
            windows.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(windows.extractOutputValues())
                    .filteredOn(Row::complete)
                    .containsExactly(new Row("a", 1_000 * MINUTE, 1, true), new Row("a", 0, 2, true));
        }
    }

    @Test
    void windowsStartSoMuchPastTheMultiplesOfTheirSize() throws Exception {
        try (var windows = harness(RULE.startingPast(Duration.ofSeconds(20)))) {
            windows.processElement(at(20_000));
            windows.processElement(at(79_999));
            windows.processElement(at(80_000));
            windows.processElement(at(19_999));
            windows.processWatermark(new Watermark(79_998));
            assertThat(windows.extractOutputValues()).containsExactly(new Row("a", -40_000, 1, false));
            windows.processWatermark(new Watermark(79_999));
            assertThat(windows.extractOutputValues())
                    .containsExactly(new Row("a", -40_000, 1, false), new Row("a", 20_000, 2, false));
            windows.processWatermark(new Watermark(79_999 + 10 * MINUTE));
            assertThat(finals(windows)).containsExactly(new Row("a", -40_000, 1, true), new Row("a", 20_000, 2, true));
        }
    }

    @Test
    void aWindowWhoseElementsCameBeforeTheFirstWatermarkEmitsNothingBeforeItsEnd() throws Exception {
        try (var windows = harness()) {
            windows.processElement(at(10));
            windows.processWatermark(new Watermark(MINUTE - 2));
            assertThat(windows.extractOutputValues()).isEmpty();
            windows.processWatermark(new Watermark(MINUTE - 1));
            assertThat(windows.extractOutputValues()).containsExactly(new Row("a", 0, 1, false));
        }
    }

    @Test
    void aFinalWindowLeavesNoStateBehind() throws Exception {
        try (var windows = harness()) {
            windows.processElement(at(10));
            windows.processWatermark(new Watermark(20 * MINUTE));
            assertThat(windows.numKeyedStateEntries()).isZero();
        }
    }

    @Test
    void anElementOfAFinalWindowChangesNothing() throws Exception {
        try (var windows = harness()) {
            windows.processElement(at(10));
            windows.processWatermark(new Watermark(11 * MINUTE - 2));
            windows.processElement(at(20));
            windows.processWatermark(new Watermark(11 * MINUTE - 1));
            windows.processElement(at(30));
            windows.processWatermark(new Watermark(40 * MINUTE));
            assertThat(finals(windows)).containsExactly(new Row("a", 0, 2, true));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shuffledStreamingGivesTheFinalRowsOfABatch(long seed) throws Exception {
        var random = new Random(seed);
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < 500; i++) {
            samples.add(new Sample("k" + random.nextInt(3), random.nextLong(15 * MINUTE), random.nextInt(100)));
        }
        List<Row> batch;
        try (var windows = harness()) {
            for (var sample : samples) {
                windows.processElement(new StreamRecord<>(sample));
            }
            windows.processWatermark(Watermark.MAX_WATERMARK);
            batch = finals(windows);
        }
        Collections.shuffle(samples, random);
        try (var windows = harness()) {
            for (int i = 0; i < samples.size(); i++) {
                windows.processElement(new StreamRecord<>(samples.get(i)));
                if (i % 50 == 0) {
                    windows.processWatermark(new Watermark(i * MINUTE / 50)); // never past the allowed lateness
                }
            }
            windows.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(finals(windows)).containsExactlyInAnyOrderElementsOf(batch);
        }
    }

    private static StreamRecord<Sample> at(long timeMillis) {
        return new StreamRecord<>(new Sample("a", timeMillis, 1));
    }

    private static List<Row> finals(KeyedOneInputStreamOperatorTestHarness<String, Sample, Row> windows) {
        return windows.extractOutputValues().stream().filter(Row::complete).toList();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Sample, Row> harness() throws Exception {
        return harness(RULE);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Sample, Row> harness(WindowRule rule)
            throws Exception {
        var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(
                        new TumblingWindowFunction<>(rule, new Sum(), TypeInformation.of(Long.class))),
                Sample::key,
                Types.STRING);
        harness.open();
        return harness;
    }
}
