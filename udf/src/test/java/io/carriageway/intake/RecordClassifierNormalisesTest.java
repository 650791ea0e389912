package io.carriageway.intake;

import static io.carriageway.intake.Frames.LIMITS;
import static io.carriageway.intake.Frames.NOON;
import static io.carriageway.intake.Frames.frame;
import static io.carriageway.intake.Frames.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.camera.CameraRules;
import io.carriageway.event.CameraFrame;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordClassifierNormalisesTest {

    private final RecordClassifier<CameraFrame> classifier = new RecordClassifier<>(new LowerCase(), LIMITS, null);
    private final DedupState dedupState = new DedupState(LIMITS);

    @Test
    void checkAndIdentitySeeTheNormalisedEvent() throws InterruptedException {
        var first = classifier.classify(record(frame("cam-1", "F-1", NOON), 0, 0, NOON), dedupState);
        var copy = classifier.classify(record(frame("cam-1", "f-1", NOON), 0, 1, NOON), dedupState);
        assertThat(first).isEqualTo(new Verdict.Accepted<>(frame("cam-1", "f-1", NOON)));
        assertThat(copy).isEqualTo(new Verdict.Duplicate<>());
    }

    /** Frame ids without capitals; refuses any that still has one. */
    private static final class LowerCase implements TopicRules<CameraFrame> {

        private final CameraRules rules = new CameraRules(Set.of());

        @Override
        public Class<CameraFrame> recordClass() {
            return rules.recordClass();
        }

        @Override
        public CameraFrame normalised(CameraFrame frame) {
            frame.setFrameId(frame.getFrameId().toLowerCase(Locale.ROOT));
            return frame;
        }

        @Override
        public String entityId(CameraFrame frame) {
            return rules.entityId(frame);
        }

        @Override
        public String identity(CameraFrame frame) {
            return rules.identity(frame);
        }

        @Override
        public Instant eventTime(CameraFrame frame) {
            return rules.eventTime(frame);
        }

        @Override
        public Optional<Rejection> check(CameraFrame frame) {
            return frame.getFrameId().equals("F-1") ? FieldRules.reject("id-invalid", "capitals") : Optional.empty();
        }
    }
}
