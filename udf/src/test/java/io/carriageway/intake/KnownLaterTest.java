package io.carriageway.intake;

import static io.carriageway.intake.Frames.LIMITS;
import static io.carriageway.intake.Frames.NOON;
import static io.carriageway.intake.Frames.frame;
import static io.carriageway.intake.Frames.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.camera.CameraRules;
import io.carriageway.event.CameraFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Events that are known an hour after their event time, as counts of hours are. */
class KnownLaterTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final RecordClassifier<CameraFrame> classifier =
            new RecordClassifier<>(new KnownAnHourLater(), LIMITS, null);
    private final DedupState dedupState = new DedupState(LIMITS);

    @Test
    void lateAndFutureAreJudgedByTheTimeAtWhichAnEventIsKnown() throws InterruptedException {
        assertThat(verdict(NOON.plusSeconds(3_600 - 61))).isInstanceOf(Verdict.Refused.class);
        assertThat(verdict(NOON.plusSeconds(3_600 - 60))).isInstanceOf(Verdict.Accepted.class);
        assertThat(verdict(NOON.plusSeconds(3_600 + 600))).isInstanceOf(Verdict.Duplicate.class);
        assertThat(verdict(NOON.plusSeconds(3_600 + 601))).isInstanceOf(Verdict.Late.class);
    }

    @Test
    void whatIsWrongWithTheTimeIsSaidOfTheEndOfThePeriod() throws InterruptedException {
        assertThat(verdict(NOON)).isInstanceOfSatisfying(Verdict.Refused.class, refused -> assertThat(
                        refused.rejection().detail())
                .startsWith("end of the event's period " + NOON.plus(HOUR) + " is more than"));
    }

    @Test
    void anIdentityIsRememberedUntilItsCopyWouldBeLate() throws InterruptedException {
        assertThat(verdict(NOON.plusSeconds(3_600 - 60))).isInstanceOf(Verdict.Accepted.class);
        dedupState.advanceTo(NOON.plusSeconds(3_600 + 600).toEpochMilli());
        assertThat(verdict(NOON.plusSeconds(3_600 + 600))).isInstanceOf(Verdict.Duplicate.class);
    }

    private Verdict<CameraFrame> verdict(Instant arrival) throws InterruptedException {
        return classifier.classify(record(frame("cam-1", "f-1", NOON), 0, 0, arrival), dedupState);
    }

    private static final class KnownAnHourLater implements TopicRules<CameraFrame> {

        private final CameraRules rules = new CameraRules(Set.of());

        @Override
        public Class<CameraFrame> recordClass() {
            return rules.recordClass();
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
        public Instant knownAt(CameraFrame frame) {
            return eventTime(frame).plus(HOUR);
        }

        @Override
        public Duration longestUntilKnown() {
            return HOUR;
        }

        @Override
        public Optional<Rejection> check(CameraFrame frame) {
            return rules.check(frame);
        }
    }
}
