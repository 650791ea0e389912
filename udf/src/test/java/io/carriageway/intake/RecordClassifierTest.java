package io.carriageway.intake;

import static io.carriageway.intake.Frames.LIMITS;
import static io.carriageway.intake.Frames.NOON;
import static io.carriageway.intake.Frames.frame;
import static io.carriageway.intake.Frames.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.camera.CameraRules;
import io.carriageway.event.CameraFrame;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordClassifierTest {

    private final RecordClassifier<CameraFrame> classifier =
            new RecordClassifier<>(new CameraRules(Set.of()), LIMITS, null);
    private final DedupState dedupState = new DedupState(LIMITS);

    @Test
    void aGoodFrameIsAccepted() throws InterruptedException {
        var frame = frame("cam-1", "f-1", NOON);
        assertThat(verdict(record(frame, 0, 0, NOON))).isEqualTo(new Verdict.Accepted<>(frame));
    }

    @Test
    void aFrameIsLateOnlyBeyondTheLimit() throws InterruptedException {
        assertThat(verdict(arriving(NOON.plusSeconds(600)))).isInstanceOf(Verdict.Accepted.class);
        assertThat(verdict(arriving(NOON.plusSeconds(600).plusMillis(1)))).isInstanceOf(Verdict.Late.class);
    }

    @Test
    void aFrameIsFromTheFutureOnlyBeyondTheLimit() throws InterruptedException {
        assertThat(verdict(arriving(NOON.minusSeconds(60)))).isInstanceOf(Verdict.Accepted.class);
        assertThat(reason(arriving(NOON.minusSeconds(60).minusMillis(1)))).isEqualTo("future");
        assertThat(reason(record(frame("cam-1", "f", Instant.parse("2100-01-01T00:00:00Z")), 0, 0, NOON)))
                .isEqualTo("future");
    }

    @Test
    void secondsReadAsMillisecondsAreTooOldAndNotLate() throws InterruptedException {
        var inSeconds = Instant.ofEpochMilli(NOON.getEpochSecond());
        var record = record(frame("cam-1", "f-1", inSeconds), 0, 0, NOON);
        assertThat(rejection(record))
                .isEqualTo(new Rejection(
                        "too-old",
                        "event time 1970-01-21T12:19:26.400Z is more than 3653 d before arrival at 2026-03-01T12:00:00Z;"
                                + " was it sent in seconds? It is read as milliseconds"));
    }

    @Test
    void aTimeOfNoYearThatAFileHoldsIsOutOfRange() throws InterruptedException {
        for (long millis : new long[] {Long.MIN_VALUE, -1, 253_402_300_800_000L, Long.MAX_VALUE}) {
            var frame = frame("cam-1", "f-1", Instant.ofEpochMilli(millis));
            assertThat(reason(record(frame, 0, 0, NOON))).isEqualTo("time-out-of-range");
        }
        var last = frame("cam-1", "f-1", Instant.ofEpochMilli(253_402_300_799_999L));
        assertThat(reason(record(last, 0, 0, NOON))).isEqualTo("future");
    }

    @Test
    void theSecondCopyIsADuplicateAndALateCopyIsLate() throws InterruptedException {
        assertThat(verdict(arriving(NOON))).isInstanceOf(Verdict.Accepted.class);
        assertThat(verdict(arriving(NOON.plusSeconds(599)))).isInstanceOf(Verdict.Duplicate.class);
        assertThat(verdict(arriving(NOON.plusSeconds(601)))).isInstanceOf(Verdict.Late.class);
    }

    /** A wrong Kafka timestamp that contradicts the record's own time affects only that record. */
    @Test
    void aRecordWithAWrongArrivalMakesThePartitionForgetNothing() throws InterruptedException {
        assertThat(verdict(arriving(NOON))).isInstanceOf(Verdict.Accepted.class);
        assertThat(reason(arriving(Instant.parse("2100-01-01T00:00:00Z")))).isEqualTo("too-old");
        assertThat(verdict(arriving(NOON.plusSeconds(86_400)))).isInstanceOf(Verdict.Late.class);
        assertThat(reason(new RawRecord(
                        arriving(Instant.parse("2100-01-01T00:00:00Z")).origin(), null, null)))
                .isEqualTo("empty-value");
        assertThat(verdict(arriving(NOON.plusSeconds(1)))).isInstanceOf(Verdict.Duplicate.class);
    }

    @Test
    void aRecordWithoutAnArrivalIsRefusedWhateverItsEvent() throws InterruptedException {
        for (long timestamp : new long[] {Long.MIN_VALUE, -1, 0, 253_402_300_800_000L, Long.MAX_VALUE}) {
            for (var time : List.of(NOON, Instant.EPOCH, Instant.parse("9999-12-31T23:59:59.999Z"))) {
                var good = record(frame("cam-1", "f-1", time), 0, 0, NOON);
                var origin = RecordOrigin.at("camera", 0, 0, timestamp);
                assertThat(origin.timeMillis()).isZero();
                assertThat(rejection(new RawRecord(origin, good.key(), good.value())))
                        .isEqualTo(new Rejection(
                                "time-out-of-range",
                                "the record's Kafka timestamp is missing or not within 1970 to 9999"));
            }
        }
    }

    @Test
    void aRecordBeyondTheLimitIsRejectedForItsSize() throws InterruptedException {
        var good = record(frame("cam-1", "f-1", NOON), 0, 0, NOON);
        var large = new RawRecord(good.origin(), good.key(), Arrays.copyOf(good.value(), 25_000_000));
        assertThat(reason(large)).isEqualTo("record-too-large");
    }

    @Test
    void theKeyMustBeTheCamera() throws InterruptedException {
        var good = record(frame("cam-1", "f-1", NOON), 0, 0, NOON);
        var other = new RawRecord(good.origin(), "cam-2".getBytes(StandardCharsets.UTF_8), good.value());
        assertThat(reason(other)).isEqualTo("key-mismatch");
        assertThat(reason(new RawRecord(good.origin(), null, good.value()))).isEqualTo("key-mismatch");
    }

    @Test
    void whatCannotBeDecodedSaysWhy() throws InterruptedException {
        assertThat(reason(withValue(null))).isEqualTo("empty-value");
        assertThat(reason(withValue(new byte[] {0, 1}))).isEqualTo("wrong-magic");
        assertThat(reason(withValue(new byte[] {(byte) 0xC3, 1, 2, 3, 4, 5, 6, 7, 8, 9})))
                .isEqualTo("unknown-schema");
        assertThat(reason(withValue("{\"cod\": 401}".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("field-missing");
        assertThat(reason(withValue("{\"frame_id\": 1}".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("field-invalid");
    }

    @Test
    void aRefusedFrameDoesNotMakeItsGoodCopyADuplicate() throws InterruptedException {
        var good = record(frame("cam-1", "f-1", NOON), 0, 0, NOON);
        assertThat(reason(new RawRecord(good.origin(), null, good.value()))).isEqualTo("key-mismatch");
        assertThat(verdict(good)).isInstanceOf(Verdict.Accepted.class);
    }

    private Verdict<CameraFrame> verdict(RawRecord record) throws InterruptedException {
        return classifier.classify(record, dedupState);
    }

    private String reason(RawRecord record) throws InterruptedException {
        return rejection(record).reason();
    }

    private Rejection rejection(RawRecord record) throws InterruptedException {
        var verdict = verdict(record);
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return ((Verdict.Refused<CameraFrame>) verdict).rejection();
    }

    private static RawRecord arriving(Instant origin) {
        return record(frame("cam-1", "f-1", NOON), 0, 0, origin);
    }

    private static RawRecord withValue(byte[] value) {
        return new RawRecord(new RecordOrigin("camera", 0, 0, NOON.toEpochMilli()), new byte[] {1}, value);
    }
}
