package io.carriageway.intake;

import static io.carriageway.intake.Frames.LIMITS;
import static io.carriageway.intake.Frames.NOON;
import static io.carriageway.intake.Frames.frame;
import static io.carriageway.intake.Frames.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.carriageway.camera.CameraRules;
import io.carriageway.event.CameraFrame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class IntakeHarnessTest {

    private static final int MAX_PARALLELISM = 8;
    private static final TypeInformation<ReceivedEvent<CameraFrame>> ARRIVED =
            TypeInformation.of(new TypeHint<ReceivedEvent<CameraFrame>>() {});
    private static final IntakeOutputs<CameraFrame> ASIDE = IntakeOutputs.of(ARRIVED);

    @Test
    void everyRecordLeavesByExactlyOneWay() throws Exception {
        try (var intake = subtask(1, 0)) {
            intake.open();
            process(
                    intake,
                    record(frame("cam-1", "f-1", NOON), 0, 0, NOON),
                    record(frame("cam-1", "f-1", NOON), 0, 1, NOON),
                    record(frame("cam-1", "f-2", NOON), 0, 2, NOON.plusSeconds(700)),
                    new RawRecord(new RecordOrigin("camera", 0, 3, 1), null, null));

            assertThat(intake.extractOutputValues()).hasSize(1);
            assertThat(intake.getSideOutput(ASIDE.late())).hasSize(1);
            assertThat(intake.getSideOutput(ASIDE.rejected())).hasSize(1);
            assertThat(intake.getSideOutput(ASIDE.ledger()))
                    .extracting(entry -> entry.getValue().outcome())
                    .containsExactly(
                            LedgerEntry.Outcome.DUPLICATE, LedgerEntry.Outcome.LATE, LedgerEntry.Outcome.REJECTED);
        }
    }

    @Test
    void copiesAreSoughtWithinTheirPartitionOnly() throws Exception {
        try (var intake = subtask(1, 0)) {
            intake.open();
            process(
                    intake,
                    record(frame("cam-1", "f-1", NOON), 0, 0, NOON),
                    record(frame("cam-1", "f-1", NOON), 1, 0, NOON));
            assertThat(intake.extractOutputValues()).hasSize(2);
        }
    }

    @Test
    void memoryFollowsItsPartitionWhereverARescaleMovesIt() throws Exception {
        OperatorSubtaskState one = afterFrames(1, 0, initially(), "cam-1", 0, List.of("f-1", "f-2"));
        for (int newOwner = 0; newOwner < 3; newOwner++) {
            try (var intake = subtask(3, newOwner)) {
                intake.initializeState(repartitioned(one, 1, 3, newOwner));
                intake.open();
                intake.processElement(new StreamRecord<>(record(frame("cam-1", "f-2", NOON), 0, 2, NOON)));
                intake.processElement(new StreamRecord<>(record(frame("cam-1", "f-3", NOON), 0, 3, NOON)));
                assertThat(intake.extractOutputValues())
                        .extracting(arrived -> arrived.event().getFrameId())
                        .containsExactly("f-3");
            }
        }
    }

    @Test
    void aStaleCopyOfAMemoryLosesAgainstTheLivingOne() throws Exception {
        var one = afterFrames(1, 0, initially(), "cam-1", 0, List.of("f-1"));
        var owner = afterFrames(2, 0, repartitioned(one, 1, 2, 0), "cam-1", 1, List.of("f-2"));
        var other = afterFrames(2, 1, repartitioned(one, 1, 2, 1), "cam-2", 0, List.of());
        var both = AbstractStreamOperatorTestHarness.repackageState(other, owner);
        try (var intake = subtask(1, 0)) {
            intake.initializeState(repartitioned(both, 2, 1, 0));
            intake.open();
            intake.processElement(new StreamRecord<>(record(frame("cam-1", "f-2", NOON), 0, 2, NOON)));
            assertThat(intake.extractOutputValues()).isEmpty();
        }
    }

    /** Rejections are as small as their dead letter, and contain nothing of a value that may contain a picture. */
    @Test
    void aRejectionIsSmallHoweverLargeItsRecordWas() throws Exception {
        try (var intake = subtask(1, 0)) {
            intake.open();
            intake.processElement(new StreamRecord<>(new RawRecord(
                    new RecordOrigin("camera", 0, 0, 1),
                    null,
                    "x".repeat(1_000_000).getBytes(StandardCharsets.UTF_8))));
            var good = record(frame("cam-1", "f-1", NOON), 0, 1, NOON);
            intake.processElement(new StreamRecord<>(new RawRecord(good.origin(), new byte[1_000_000], good.value())));

            assertThat(intake.getSideOutput(ASIDE.rejected()))
                    .extracting(record -> record.getValue())
                    .allSatisfy(rejected -> {
                        assertThat(rejected.payload()).isNull();
                        assertThat(rejected.rejection().detail().length()).isLessThanOrEqualTo(500);
                    })
                    .extracting(rejected -> rejected.rejection().reason(), Rejected::payloadLength)
                    .containsExactly(tuple("wrong-magic", 1_000_000), tuple("key-mismatch", good.value().length));
        }
    }

    private static void process(
            OneInputStreamOperatorTestHarness<RawRecord, ReceivedEvent<CameraFrame>> intake, RawRecord... records)
            throws Exception {
        for (var record : records) {
            intake.processElement(new StreamRecord<>(record));
        }
    }

    private static OperatorSubtaskState initially() {
        return OperatorSubtaskState.builder().build();
    }

    private static OperatorSubtaskState repartitioned(OperatorSubtaskState state, int from, int to, int subtask) {
        return AbstractStreamOperatorTestHarness.repartitionOperatorState(state, MAX_PARALLELISM, from, to, subtask);
    }

    private static OperatorSubtaskState afterFrames(
            int parallelism, int subtask, OperatorSubtaskState before, String camera, long offset, List<String> frames)
            throws Exception {
        try (var intake = subtask(parallelism, subtask)) {
            intake.initializeState(before);
            intake.open();
            for (int i = 0; i < frames.size(); i++) {
                intake.processElement(
                        new StreamRecord<>(record(frame(camera, frames.get(i), NOON), 0, offset + i, NOON)));
            }
            return intake.snapshot(1, 1);
        }
    }

    private static OneInputStreamOperatorTestHarness<RawRecord, ReceivedEvent<CameraFrame>> subtask(
            int parallelism, int subtask) throws Exception {
        var harness = new OneInputStreamOperatorTestHarness<RawRecord, ReceivedEvent<CameraFrame>>(
                new ProcessOperator<>(new Intake<>(new CameraRules(Set.of()), LIMITS, null, ASIDE)),
                MAX_PARALLELISM,
                parallelism,
                subtask);
        harness.setup(ARRIVED.createSerializer(new SerializerConfigImpl()));
        return harness;
    }
}
