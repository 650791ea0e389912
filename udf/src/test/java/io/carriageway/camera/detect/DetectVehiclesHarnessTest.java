package io.carriageway.camera.detect;

import static io.carriageway.intake.Frames.NOON;
import static io.carriageway.intake.Frames.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.camera.BlindDetectors;
import io.carriageway.camera.picture.FramePictures;
import io.carriageway.camera.picture.PictureAnswer.NotFound;
import io.carriageway.event.CameraFrame;
import io.carriageway.event.FrameDetections;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.intake.RecordOrigin;
import io.carriageway.intake.Rejected;
import io.carriageway.intake.Rejection;
import io.carriageway.vision.DetectorFactory;
import io.carriageway.vision.inference.ModelSchedule;
import io.carriageway.vision.inference.ModelScheduleText;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.api.datastream.AsyncDataStream.OutputMode;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** Every frame arrives nine minutes after it was captured; a minute is settled 42 minutes before the newest arrival. */
class DetectVehiclesHarnessTest {

    private static final int MAX_PARALLELISM = 8;
    private static final Duration SETTLED_AFTER = Duration.ofMinutes(42);
    private static final Duration DELAY = Duration.ofMinutes(9);
    private static final OperatorSubtaskState NOTHING =
            OperatorSubtaskState.builder().build();

    private static final FramePictures NOT_KEPT = FramePictures.from(flink -> (uri, maxBytes) -> new NotFound());

    @Test
    void aFrameWhoseAnswerIsNoneIsRejectedAndTheJobGoesOn() throws Exception {
        try (var detect = subtask("a;2026-03-01T12:01:00Z=none", 1, 0, NOTHING)) {
            process(detect, NOON, NOON.plusSeconds(60));
            detect.endInput();
            assertThat(detect.extractOutputValues())
                    .extracting(InspectedFrame::rejected)
                    .filteredOn(rejected -> rejected != null)
                    .extracting(Rejected::rejection)
                    .containsExactly(new Rejection("model-answer-invalid", "a score of NaN"));
        }
    }

    @Test
    void theModelThatLooksIsThatOfTheMinuteOfCapture() throws Exception {
        var swap = NOON.plusSeconds(60);
        try (var detect = subtask("a;2026-03-01T12:01:00Z=bb", 1, 0, NOTHING)) {
            process(detect, swap.minusMillis(1), swap, swap.minusSeconds(30), swap.plusSeconds(600));
            detect.endInput();
            assertThat(detect.extractOutputValues())
                    .extracting(InspectedFrame::detections)
                    .as("each by the detector that its row names")
                    .allMatch(seen -> seen.getImageWidth() == seen.getModelId().length())
                    .extracting(FrameDetections::getModelId)
                    .containsExactlyInAnyOrder("a@1", "bb@1", "a@1", "bb@1");
        }
    }

    @Test
    void aRestartWithTheSameOptionGoesOn() throws Exception {
        var savepoint = afterFrames("a;2026-03-01T12:01:00Z=bb", NOTHING, NOON, NOON.plusSeconds(90));
        afterFrames("a;2026-03-01T12:01:00Z=bb", savepoint, NOON, NOON.plusSeconds(90));
    }

    @Test
    void anotherModelForACountedMinuteEndsTheJobForGoodAndSaysWhichOptionWorks() throws Exception {
        var savepoint = afterFrames("a", NOTHING, NOON, NOON.plusSeconds(90));
        assertThatThrownBy(() -> afterFrames("bb", savepoint))
                .isInstanceOf(SuppressRestartsException.class)
                .rootCause()
                .hasMessage("Option --model would give a minute two models: minute 2026-03-01T11:28:00Z was counted by"
                        + " a@1, and the option now has bb@1. To change at the next minute and keep the counted ones, give"
                        + " --model 'a;2026-03-01T12:02:00Z=bb'");
        afterFrames("a;2026-03-01T12:02:00Z=bb", savepoint);
        assertThatThrownBy(() -> afterFrames("a;2026-03-01T12:01:00Z=bb", savepoint))
                .rootCause()
                .hasMessageContaining("minute 2026-03-01T12:01:00Z was");
    }

    @Test
    void theOptionThatIsAdvisedTellsNoOldStoryAndKeepsTheRestOfTheNewOne() throws Exception {
        var savepoint = afterFrames("a;2026-03-01T10:00:00Z=bb", NOTHING, NOON);
        assertThatThrownBy(() -> afterFrames("ccc;2026-03-01T14:00:00Z=a", savepoint))
                .rootCause()
                .hasMessageEndingWith("'bb;2026-03-01T12:01:00Z=ccc;2026-03-01T14:00:00Z=a'");
    }

    @Test
    void theOldModelMayBeDroppedWhenItsMinutesAreSettled() throws Exception {
        var swapped = afterFrames("a;2026-03-01T12:01:00Z=bb", NOTHING, NOON, NOON.plusSeconds(60));
        var early = afterFrames(
                "a;2026-03-01T12:01:00Z=bb", swapped, NOON.plus(SETTLED_AFTER).minus(DELAY));
        assertThatThrownBy(() -> afterFrames("bb", early)).isInstanceOf(SuppressRestartsException.class);
        var settled = afterFrames(
                "a;2026-03-01T12:01:00Z=bb",
                swapped,
                NOON.plus(SETTLED_AFTER).minus(DELAY).plusSeconds(60));
        afterFrames("bb", settled);
    }

    @Test
    void aJobThatHasSeenNoFrameTakesAnyModel() throws Exception {
        afterFrames("bb", afterFrames("a", NOTHING));
    }

    @Test
    void everySubtaskKnowsTheMinutesOfAllAcrossRescales() throws Exception {
        var one = afterFrames("a", NOTHING, NOON.plusSeconds(90));
        // of three subtasks, only the last gets a frame
        var three = AbstractStreamOperatorTestHarness.repackageState(
                afterFrames("a", 3, 0, repartitioned(one, 1, 3, 0)),
                afterFrames("a", 3, 1, repartitioned(one, 1, 3, 1)),
                afterFrames("a", 3, 2, repartitioned(one, 1, 3, 2), NOON.plusSeconds(150)));
        for (int subtask = 0; subtask < 2; subtask++) {
            int owner = subtask;
            assertThatThrownBy(
                            () -> afterFrames("a;2026-03-01T12:02:00Z=bb", 2, owner, repartitioned(three, 3, 2, owner)))
                    .rootCause()
                    .hasMessageEndingWith("'a;2026-03-01T12:03:00Z=bb'");
            afterFrames("a;2026-03-01T12:03:00Z=bb", 2, owner, repartitioned(three, 3, 2, owner));
        }
    }

    private static OperatorSubtaskState repartitioned(OperatorSubtaskState state, int from, int to, int subtask) {
        return AbstractStreamOperatorTestHarness.repartitionOperatorState(state, MAX_PARALLELISM, from, to, subtask);
    }

    private static OperatorSubtaskState afterFrames(String option, OperatorSubtaskState before, Instant... captured)
            throws Exception {
        return afterFrames(option, 1, 0, before, captured);
    }

    private static OperatorSubtaskState afterFrames(
            String option, int parallelism, int subtask, OperatorSubtaskState before, Instant... captured)
            throws Exception {
        try (var detect = subtask(option, parallelism, subtask, before)) {
            process(detect, captured);
            return detect.snapshot(1, 1);
        }
    }

    private static void process(
            OneInputStreamOperatorTestHarness<ReceivedEvent<CameraFrame>, InspectedFrame> detect, Instant... captured)
            throws Exception {
        for (int i = 0; i < captured.length; i++) {
            var origin =
                    new RecordOrigin("camera", 0, i, captured[i].plus(DELAY).toEpochMilli());
            detect.processElement(new StreamRecord<>(
                    new ReceivedEvent<>(origin, frame("cam-1", "f-" + i, captured[i]), new byte[0])));
        }
    }

    private static OneInputStreamOperatorTestHarness<ReceivedEvent<CameraFrame>, InspectedFrame> subtask(
            String option, int parallelism, int subtask, OperatorSubtaskState before) throws Exception {
        ModelSchedule<DetectorFactory> detectors =
                ModelScheduleText.parse(option).map(address -> new BlindDetectors(address + "@1", address));
        var config = new DetectionConfig(detectors, 1, Duration.ofMinutes(1), 1);
        var operator = new AsyncWaitOperatorFactory<>(
                new DetectVehicles(config, NOT_KEPT, SETTLED_AFTER), 0, config.capacity(), OutputMode.UNORDERED);
        var environment = new MockEnvironmentBuilder()
                .setMaxParallelism(MAX_PARALLELISM)
                .setParallelism(parallelism)
                .setSubtaskIndex(subtask)
                .build();
        var serializers = new SerializerConfigImpl();
        var harness = new OneInputStreamOperatorTestHarness<ReceivedEvent<CameraFrame>, InspectedFrame>(
                operator,
                TypeInformation.of(new TypeHint<ReceivedEvent<CameraFrame>>() {})
                        .createSerializer(serializers),
                environment);
        harness.setup(TypeInformation.of(InspectedFrame.class).createSerializer(serializers));
        harness.initializeState(before);
        harness.open();
        return harness;
    }
}
