package io.carriageway.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.row.SegmentSpeed1m;
import io.carriageway.telemetry.MatchedReport.Outcome;
import io.carriageway.window.PreAggregateOperator;
import io.carriageway.window.TumblingWindowFunction;
import io.carriageway.window.WindowRule;
import java.time.Duration;
import java.time.Instant;
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
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fold before the shuffle and the window after it, as they work together. */
class SegmentMinuteHarnessTest {

    private static final long MINUTE = 60_000;
    private static final WindowRule RULE =
            new WindowRule(Duration.ofMinutes(1), Duration.ofMinutes(25), Duration.ofMinutes(1));

    @Test
    void aMinuteHoldsItsSamplesItsVehiclesAndItsPercentiles() throws Exception {
        var rows = finals(
                List.of(report("a", 0, 1, 10_400), report("a", 59_999, 1, 20_500), report("a", 60_000, 2, 30_000)),
                100,
                0);
        assertThat(rows)
                .containsExactlyInAnyOrder(
                        row("a", 0, 2, 1, 30_900, 20_500, 10, 10, 21),
                        row("a", 60_000, 1, 1, 30_000, 30_000, 30, 30, 30));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shuffledStreamingGivesTheFinalRowsOfABatchWheneverTheFoldHandsOn(long seed) throws Exception {
        var random = new Random(seed);
        var reports = new ArrayList<MatchedReport>();
        for (int i = 0; i < 1_000; i++) {
            reports.add(report(
                    "s" + random.nextInt(4), random.nextLong(10 * MINUTE), random.nextInt(20), random.nextInt(90_000)));
        }
        var batch = finals(reports, Integer.MAX_VALUE, 0);
        Collections.shuffle(reports, random);
        assertThat(finals(reports, 1, 0)).containsExactlyInAnyOrderElementsOf(batch);
        assertThat(finals(reports, 37, 50)).containsExactlyInAnyOrderElementsOf(batch);
    }

    /**
     * The rows, with a watermark (never past the allowed lateness) after every so many reports; 0: none but at the end.
     */
    private static List<SegmentSpeed1m> finals(List<MatchedReport> reports, int maxFolded, int watermarkEvery)
            throws Exception {
        try (var fold = new OneInputStreamOperatorTestHarness<>(
                        new PreAggregateOperator<>(new SpeedFold(), maxFolded));
                var window = new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new TumblingWindowFunction<>(
                                RULE, new SegmentMinute(), TypeInformation.of(Speeds.class))),
                        SpeedPartial::segmentId,
                        Types.STRING)) {
            fold.open();
            window.open();
            for (int i = 0; i < reports.size(); i++) {
                fold.processElement(new StreamRecord<>(reports.get(i)));
                if (watermarkEvery > 0 && i % watermarkEvery == 0) {
                    fold.processWatermark(new Watermark(i * MINUTE / watermarkEvery));
                }
            }
            fold.processWatermark(Watermark.MAX_WATERMARK);
            for (var element : fold.getOutput()) {
                if (element instanceof Watermark mark) {
                    window.processWatermark(mark);
                } else if (element instanceof StreamRecord<?> partial) {
                    window.processElement(new StreamRecord<>((SpeedPartial) partial.getValue()));
                }
            }
            return window.extractOutputValues().stream()
                    .filter(SegmentSpeed1m::getComplete)
                    .toList();
        }
    }

    private static MatchedReport report(String segment, long timeMillis, long vehicle, int speedMetresPerHour) {
        return new MatchedReport(Outcome.MATCHED, segment, timeMillis, vehicle, speedMetresPerHour);
    }

    private static SegmentSpeed1m row(
            String segment, long start, long samples, long vehicles, long sum, long max, int p15, int p50, int p85) {
        return new SegmentSpeed1m(
                segment, Instant.ofEpochMilli(start), samples, vehicles, sum, max, p15, p50, p85, samples, 0, true);
    }
}
