package io.carriageway.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class PreAggregateOperatorHarnessTest {

    /** Counts numbers by their last digit; a partial is written digit:count. */
    static final class CountByLastDigit implements PreAggregateFunction<Integer, Integer, int[], String> {
        @Override
        public Integer cell(Integer number) {
            return number % 10;
        }

        @Override
        public int[] open(Integer digit) {
            return new int[1];
        }

        @Override
        public void add(int[] count, Integer number) {
            count[0]++;
        }

        @Override
        public String close(Integer digit, int[] count) {
            return digit + ":" + count[0];
        }
    }

    @Test
    void elementsOfACellLeaveAsOnePartialBeforeTheWatermarkPasses() throws Exception {
        try (var fold = harness(100)) {
            add(fold, 1, 11, 2, 21);
            assertThat(fold.getOutput()).isEmpty();
            fold.processWatermark(new Watermark(5));
            assertThat(fold.extractOutputValues()).containsExactlyInAnyOrder("1:3", "2:1");
            assertThat(fold.getOutput()).last().isEqualTo(new Watermark(5));
        }
    }

    @Test
    void nothingIsHandedOnTwice() throws Exception {
        try (var fold = harness(100)) {
            add(fold, 1);
            fold.processWatermark(new Watermark(5));
            fold.processWatermark(new Watermark(6));
            add(fold, 1);
            fold.processWatermark(new Watermark(7));
            assertThat(fold.extractOutputValues()).containsExactly("1:1", "1:1");
        }
    }

    @Test
    void aFullFoldHandsOnWithoutBeingAsked() throws Exception {
        try (var fold = harness(3)) {
            add(fold, 1, 11, 21, 31);
            assertThat(fold.extractOutputValues()).containsExactly("1:3");
        }
    }

    @Test
    void anIdleChannelKeepsNothingBack() throws Exception {
        try (var fold = harness(100)) {
            add(fold, 1);
            fold.processWatermarkStatus(WatermarkStatus.IDLE);
            assertThat(fold.extractOutputValues()).containsExactly("1:1");
        }
    }

    @Test
    void theEndKeepsNothingBack() throws Exception {
        try (var fold = harness(100)) {
            add(fold, 1);
            fold.endInput();
            assertThat(fold.extractOutputValues()).containsExactly("1:1");
        }
    }

    @Test
    void whatCameBeforeACheckpointIsDownstreamBeforeItsBarrierAndNotInItsState() throws Exception {
        try (var before = harness(100);
                var after = unopened(100)) {
            add(before, 1, 11);
            before.prepareSnapshotPreBarrier(1);
            assertThat(before.extractOutputValues()).containsExactly("1:2");
            after.initializeState(before.snapshot(1, 1));
            after.open();
            add(after, 21);
            after.endInput();
            assertThat(after.extractOutputValues()).containsExactly("1:1");
        }
    }

    private static void add(OneInputStreamOperatorTestHarness<Integer, String> fold, int... numbers) throws Exception {
        for (int number : numbers) {
            fold.processElement(new StreamRecord<>(number));
        }
    }

    private static OneInputStreamOperatorTestHarness<Integer, String> harness(int maxElements) throws Exception {
        var harness = unopened(maxElements);
        harness.open();
        return harness;
    }

    private static OneInputStreamOperatorTestHarness<Integer, String> unopened(int maxElements) throws Exception {
        var harness = new OneInputStreamOperatorTestHarness<>(
                new PreAggregateOperator<>(new CountByLastDigit(), maxElements));
        harness.setup();
        return harness;
    }
}
