package io.carriageway.camera.detect;

import static io.carriageway.intake.Frames.NOON;
import static io.carriageway.intake.Frames.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.camera.picture.FetchConfig;
import io.carriageway.camera.picture.NamedByContent;
import io.carriageway.camera.picture.PictureAnswer;
import io.carriageway.camera.picture.PictureAnswer.Denied;
import io.carriageway.camera.picture.PictureAnswer.Found;
import io.carriageway.camera.picture.PictureAnswer.NotFound;
import io.carriageway.camera.picture.PictureAnswer.Unavailable;
import io.carriageway.event.CameraFrame;
import io.carriageway.intake.IntakeOutputs;
import io.carriageway.intake.LedgerEntry;
import io.carriageway.intake.LedgerEntry.Outcome;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.intake.RecordOrigin;
import io.carriageway.intake.Rejected;
import io.carriageway.intake.Rejection;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Frame i has the address s3://city/i, or its picture where stated. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class FetchPicturesHarnessTest {

    private static final TypeInformation<ReceivedEvent<CameraFrame>> FRAMES =
            TypeInformation.of(new TypeHint<ReceivedEvent<CameraFrame>>() {});
    private static final IntakeOutputs<CameraFrame> ASIDE = IntakeOutputs.of(FRAMES);
    private static final OperatorSubtaskState NOTHING =
            OperatorSubtaskState.builder().build();

    private static final Map<String, PictureAnswer> ANSWERS = new ConcurrentHashMap<>();

    private static final class Fetch
            extends OneInputStreamOperatorTestHarness<ReceivedEvent<CameraFrame>, ReceivedEvent<CameraFrame>> {

        Fetch(int waiting, OperatorSubtaskState before) throws Exception {
            super(
                    new FetchPictures(
                            new FetchConfig(
                                    new NamedByContent(flink -> FetchPicturesHarnessTest::read),
                                    100,
                                    Set.of(),
                                    Map.of(),
                                    waiting,
                                    FetchConfig.DENIED_PAUSE),
                            2,
                            ASIDE),
                    FRAMES.createSerializer(new SerializerConfigImpl()));
            setup(FRAMES.createSerializer(new SerializerConfigImpl()));
            initializeState(before);
            open();
        }

        void byReference(int number) throws Exception {
            byReference(number, uri(number));
        }

        void byReference(int number, String uri) throws Exception {
            process(number, frameAt(number, uri));
        }

        void ofRecord(int number, byte[] value) throws Exception {
            process(number, frameAt(number, uri(number)), value);
        }

        void inline(int number) throws Exception {
            process(number, frame("cam-1", "f-" + number, NOON));
        }

        private void process(int number, CameraFrame event) throws Exception {
            process(number, event, new byte[0]);
        }

        private void process(int number, CameraFrame event, byte[] value) throws Exception {
            var origin = new RecordOrigin("camera", 0, number, NOON.toEpochMilli());
            processElement(new StreamRecord<>(new ReceivedEvent<>(origin, event, value), number));
        }

        /** Runs the mails of the fetching threads until that many elements were emitted. */
        void untilOut(int elements) throws Exception {
            while (getOutput().size() < elements) {
                getTaskMailbox().take(0).run();
            }
        }

        void untilRefused(int frames) throws Exception {
            while (getSideOutput(ASIDE.ledger()) == null
                    || getSideOutput(ASIDE.ledger()).size() < frames) {
                getTaskMailbox().take(0).run();
            }
        }

        /** Frames by their number, watermarks and idleness as Flink prints them. */
        List<Object> out() {
            return getOutput().stream()
                    .map(element -> element instanceof StreamRecord<?> record ? record.getTimestamp() : element)
                    .toList();
        }
    }

    private static PictureAnswer read(String uri, int maxBytes) {
        return ANSWERS.getOrDefault(uri, new Unavailable("ExpiredToken", "expired"));
    }

    @BeforeEach
    void nothingIsKnown() {
        ANSWERS.clear();
    }

    @Test
    void whileAFrameWaitsOthersGoOnAndTheWatermarkDoesNot() throws Exception {
        try (var fetch = new Fetch(10, NOTHING)) {
            has(2, 4);
            fetch.processWatermark(new Watermark(100));
            fetch.byReference(1);
            fetch.inline(0);
            fetch.processWatermark(new Watermark(200));
            fetch.byReference(2);
            fetch.untilOut(3);
            fetch.processWatermark(new Watermark(300));
            fetch.byReference(3);
            fetch.processWatermark(new Watermark(400));
            fetch.byReference(4);
            fetch.untilOut(4);
            assertThat(fetch.out()).containsExactly(new Watermark(100), 0L, 2L, 4L);
            has(3);
            fetch.untilOut(5);
            assertThat(fetch.out()).as("the oldest waits still").endsWith(4L, 3L);
            has(1);
            fetch.untilOut(7);
            assertThat(fetch.out()).endsWith(3L, 1L, new Watermark(400));
            fetch.processWatermark(new Watermark(500));
            assertThat(fetch.out()).endsWith(new Watermark(500));
        }
    }

    @Test
    void aWatermarkIsHeldByTheFramesBeforeItAlone() throws Exception {
        try (var fetch = new Fetch(10, NOTHING)) {
            fetch.byReference(1);
            fetch.processWatermark(new Watermark(100));
            fetch.byReference(2);
            fetch.processWatermark(new Watermark(200));
            has(1);
            fetch.untilOut(2);
            assertThat(fetch.out()).containsExactly(1L, new Watermark(100));
            has(2);
            fetch.untilOut(4);
            assertThat(fetch.out()).endsWith(2L, new Watermark(200));
        }
    }

    /** An idle subtask would let the clocks of others advance past the frame that waits here. */
    @Test
    void noSubtaskIsIdleWhileAFrameWaits() throws Exception {
        try (var fetch = new Fetch(10, NOTHING)) {
            fetch.byReference(1);
            fetch.processWatermark(new Watermark(100));
            fetch.processWatermarkStatus(WatermarkStatus.IDLE);
            fetch.processWatermarkStatus(WatermarkStatus.ACTIVE);
            fetch.processWatermarkStatus(WatermarkStatus.IDLE);
            assertThat(fetch.out()).isEmpty();
            has(1);
            fetch.untilOut(3);
            assertThat(fetch.out()).containsExactly(1L, new Watermark(100), WatermarkStatus.IDLE);
            fetch.processWatermarkStatus(WatermarkStatus.ACTIVE);
            assertThat(fetch.out()).endsWith(WatermarkStatus.ACTIVE);
        }
    }

    @Test
    void aSubtaskThatIsIdleIsSoNoLongerWhenAFrameWaits() throws Exception {
        try (var fetch = new Fetch(10, NOTHING)) {
            fetch.processWatermarkStatus(WatermarkStatus.IDLE);
            fetch.byReference(1);
            assertThat(fetch.out()).containsExactly(WatermarkStatus.IDLE, WatermarkStatus.ACTIVE);
            has(1);
            fetch.untilOut(4);
            assertThat(fetch.out()).endsWith(1L, WatermarkStatus.IDLE);
        }
    }

    @Test
    void aFetchedPictureIsInItsFrameBesideItsAddress() throws Exception {
        try (var fetch = new Fetch(10, NOTHING)) {
            has(1);
            fetch.byReference(1);
            fetch.untilOut(1);
            var event = fetch.extractOutputValues().get(0).event();
            assertThat(event.getImage()).isEqualTo(ByteBuffer.wrap(new byte[] {7}));
            assertThat(event.getImageUri()).isEqualTo(uri(1));
        }
    }

    @Test
    void whatTheStoreRefusesForGoodIsRejectedOnceAndInTheLedger() throws Exception {
        try (var fetch = new Fetch(10, NOTHING)) {
            ANSWERS.put(uri(1), new NotFound());
            ANSWERS.put(uri(2), new Denied("InvalidObjectState (archived)"));
            fetch.byReference(1);
            fetch.untilRefused(1);
            fetch.byReference(2);
            fetch.untilRefused(2);
            assertThat(fetch.getSideOutput(ASIDE.rejected()))
                    .extracting(StreamRecord::getValue)
                    .extracting(Rejected::rejection)
                    .extracting(why -> why.reason() + ": " + why.detail())
                    .containsExactly(
                            "picture-not-found: no object at s3://city/1",
                            "picture-denied: InvalidObjectState (archived) at s3://city/2");
            assertThat(fetch.getSideOutput(ASIDE.ledger()))
                    .extracting(StreamRecord::getValue)
                    .extracting(LedgerEntry::outcome)
                    .containsExactly(Outcome.REJECTED, Outcome.REJECTED);
            assertThat(fetch.out()).isEmpty();
        }
    }

    @Test
    void aFrameThatHasNeitherPictureNorAddressIsRejectedAtOnceAndInTheLedger() throws Exception {
        try (var fetch = new Fetch(10, NOTHING)) {
            fetch.byReference(1, null);
            assertThat(fetch.getSideOutput(ASIDE.rejected()))
                    .extracting(record -> record.getValue().rejection())
                    .containsExactly(new Rejection(
                            "picture-not-found",
                            "the picture of frame f-1 of camera cam-1, captured at %s, was not kept".formatted(NOON)));
            assertThat(fetch.getSideOutput(ASIDE.ledger()))
                    .extracting(record -> record.getValue().outcome())
                    .containsExactly(Outcome.REJECTED);
            assertThat(fetch.out()).isEmpty();
        }
    }

    @Test
    void framesThatWaitAreInTheCheckpointAndGoOnFromThere() throws Exception {
        OperatorSubtaskState checkpoint;
        try (var fetch = new Fetch(10, NOTHING)) {
            has(2);
            fetch.byReference(1);
            fetch.byReference(2);
            fetch.byReference(3);
            fetch.untilOut(1);
            checkpoint = fetch.snapshot(1, 1);
        }
        try (var fetch = new Fetch(1, checkpoint)) {
            fetch.processWatermark(new Watermark(100));
            has(1, 3);
            fetch.untilOut(3);
            assertThat(fetch.out())
                    .containsExactlyInAnyOrder(1L, 3L, new Watermark(100))
                    .endsWith(new Watermark(100));
        }
    }

    @Test
    void atTheLimitNoMoreFramesAreTakenAndTheEndWaitsForAll() throws Exception {
        try (var fetch = new Fetch(1, NOTHING)) {
            fetch.byReference(1);
            has(1, 2);
            fetch.byReference(2);
            assertThat(fetch.out()).as("the first had to leave").containsExactly(1L);
            fetch.endInput();
            assertThat(fetch.out()).containsExactly(1L, 2L);
        }
    }

    /** 64 MiB may wait, or a single record that is longer. */
    @Test
    void recordsThatWaitAreBoundedInBytesToo() throws Exception {
        try (var fetch = new Fetch(10, NOTHING)) {
            var half = new byte[32 << 20];
            fetch.ofRecord(1, half);
            fetch.ofRecord(2, half);
            assertThat(fetch.out()).isEmpty();
            has(1, 2, 3);
            fetch.ofRecord(3, new byte[1]);
            assertThat(fetch.out()).as("one had to leave").isNotEmpty();
            fetch.untilOut(3);
            fetch.ofRecord(4, new byte[65 << 20]);
            has(4);
            fetch.endInput();
            assertThat(fetch.out()).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
        }
    }

    @Test
    void aKeptPictureThatWasChangedEndsTheJob() throws Exception {
        var address = "s3://city/frames/00/" + "0".repeat(64);
        try (var fetch = new Fetch(10, NOTHING)) {
            ANSWERS.put(address, new Found(new byte[] {7}));
            fetch.byReference(1, NamedByContent.kept(address));
            assertThatThrownBy(() -> fetch.untilOut(1))
                    .hasStackTraceContaining("The picture at %s is not what was kept there".formatted(address));
        }
    }

    @Test
    void anAddressOfASenderThatLooksLikeThatOfAKeptPictureIsAnyAddress() throws Exception {
        var address = "s3://city/frames/00/" + "0".repeat(64);
        try (var fetch = new Fetch(10, NOTHING)) {
            ANSWERS.put(address, new Found(new byte[] {7}));
            fetch.byReference(1, address);
            fetch.untilOut(1);
            assertThat(fetch.out()).containsExactly(1L);
        }
    }

    private static CameraFrame frameAt(int number, String uri) {
        return new CameraFrame("f-" + number, "cam-1", NOON, 52.5, 13.4, null, uri);
    }

    private static void has(int... numbers) {
        for (int number : numbers) {
            ANSWERS.put(uri(number), new Found(new byte[] {7}));
        }
    }

    private static String uri(int number) {
        return "s3://city/" + number;
    }
}
