package io.carriageway.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.async.AsyncFunction;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class AsyncWaitBeforeIdleHarnessTest {

    private static final Map<Integer, ResultFuture<Integer>> ASKED = new ConcurrentHashMap<>();

    /** A function that answers when the test says so. */
    private static final class Ask implements AsyncFunction<Integer, Integer> {

        @Override
        public void asyncInvoke(Integer number, ResultFuture<Integer> answer) {
            ASKED.put(number, answer);
        }
    }

    private static final class Step extends OneInputStreamOperatorTestHarness<Integer, Integer> {

        Step(OperatorSubtaskState before) throws Exception {
            super(new AsyncWaitBeforeIdle<>(new Ask(), 10), IntSerializer.INSTANCE);
            setup(IntSerializer.INSTANCE);
            initializeState(before);
            open();
        }

        void ask(int number) throws Exception {
            processElement(new StreamRecord<>(number, number));
        }

        void untilOut(int elements) throws Exception {
            while (getOutput().size() < elements) {
                getTaskMailbox().take(0).run();
            }
        }

        List<Object> out() {
            return getOutput().stream()
                    .map(element -> element instanceof StreamRecord<?> record ? record.getValue() : element)
                    .toList();
        }
    }

    @BeforeEach
    void nobodyHasAsked() {
        ASKED.clear();
    }

    private static void answer(int number) {
        ASKED.get(number).complete(List.of(number));
    }

    private static Step step() throws Exception {
        return new Step(OperatorSubtaskState.builder().build());
    }

    @Test
    void idlenessWaitsForTheElementsAndWatermarksBeforeIt() throws Exception {
        try (var step = step()) {
            step.ask(1);
            step.processWatermark(new Watermark(100));
            step.ask(2);
            step.processWatermarkStatus(WatermarkStatus.IDLE);
            assertThat(step.out()).isEmpty();
            answer(1);
            step.untilOut(2);
            assertThat(step.out()).containsExactly(1, new Watermark(100));
            answer(2);
            step.untilOut(4);
            assertThat(step.out()).endsWith(2, WatermarkStatus.IDLE);
        }
    }

    @Test
    void idlenessThatIsOverBeforeItCouldBeToldIsNoNews() throws Exception {
        try (var step = step()) {
            step.ask(1);
            step.processWatermarkStatus(WatermarkStatus.IDLE);
            step.processWatermarkStatus(WatermarkStatus.ACTIVE);
            step.processWatermark(new Watermark(100));
            answer(1);
            step.untilOut(2);
            assertThat(step.out()).containsExactly(1, new Watermark(100));
        }
    }

    @Test
    void onlyTheNewestIdlenessCounts() throws Exception {
        try (var step = step()) {
            step.ask(1);
            step.processWatermarkStatus(WatermarkStatus.IDLE);
            step.processWatermarkStatus(WatermarkStatus.ACTIVE);
            step.ask(2);
            step.processWatermarkStatus(WatermarkStatus.IDLE);
            answer(1);
            step.untilOut(1);
            answer(2);
            step.untilOut(3);
            assertThat(step.out()).containsExactly(1, 2, WatermarkStatus.IDLE);
        }
    }

    @Test
    void anEmptyStepIsIdleAtOnceAndActiveAgain() throws Exception {
        try (var step = step()) {
            step.processWatermarkStatus(WatermarkStatus.IDLE);
            step.processWatermarkStatus(WatermarkStatus.ACTIVE);
            assertThat(step.out()).containsExactly(WatermarkStatus.IDLE, WatermarkStatus.ACTIVE);
        }
    }

    /** After a restore, the operator is not idle until its source is idle again. */
    @Test
    void idlenessThatWaitedInACheckpointIsForgotten() throws Exception {
        OperatorSubtaskState checkpoint;
        try (var step = step()) {
            step.ask(1);
            step.processWatermarkStatus(WatermarkStatus.IDLE);
            checkpoint = step.snapshot(1, 1);
        }
        try (var step = new Step(checkpoint)) {
            answer(1);
            step.processWatermark(new Watermark(100));
            step.untilOut(2);
            assertThat(step.out()).containsExactly(1, new Watermark(100));
        }
    }
}
