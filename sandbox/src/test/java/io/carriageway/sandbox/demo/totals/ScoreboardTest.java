package io.carriageway.sandbox.demo.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.carriageway.sandbox.demo.Frames;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScoreboardTest {

    private static final Instant MINUTE = Instant.parse("2026-03-02T07:00:00Z");
    private static final int TRUTH = 3;

    private final Scoreboard scoreboard = new Scoreboard(frame -> TRUTH);

    @Test
    void tooManyHereAndTooFewThereDoNotCancel() {
        scoreboard.add(Frames.frame("a", "cam-01", MINUTE, 0, 0, TRUTH + 2));
        scoreboard.add(Frames.frame("b", "cam-01", MINUTE, 0, 1, TRUTH - 2));
        scoreboard.add(Frames.frame("c", "cam-01", MINUTE, 0, 2, TRUTH));

        assertThat(scoreboard.total()).isEqualTo(new Score(3, 9, 9, 4));
        assertThat(scoreboard.total().meanAbsoluteError()).isCloseTo(4 / 3.0, within(1e-9));
    }

    @Test
    void aCopyOfADetectionCountsOnceWhateverOrderTheyComeIn() {
        scoreboard.add(Frames.frame("b", "cam-01", MINUTE, 0, 7, 1));
        scoreboard.add(Frames.frame("a", "cam-01", MINUTE, 0, 2, 1));
        scoreboard.add(Frames.frame("b", "cam-01", MINUTE, 0, 7, 1));

        assertThat(scoreboard.total().frames()).isEqualTo(2);
    }

    @Test
    void equalOffsetsOfTwoPartitionsAreTwoFrames() {
        scoreboard.add(Frames.frame("a", "cam-01", MINUTE, 0, 7, 1));
        scoreboard.add(Frames.frame("b", "cam-02", MINUTE, 1, 7, 1));

        assertThat(scoreboard.total().frames()).isEqualTo(2);
    }

    @Test
    void eachCameraAndMinuteHasAScoreOfItsOwn() {
        scoreboard.add(Frames.frame("a", "cam-01", MINUTE.plusMillis(59_999), 0, 0, 5));
        scoreboard.add(Frames.frame("b", "cam-01", MINUTE.plusMillis(60_000), 0, 1, 1));
        scoreboard.add(Frames.frame("c", "cam-02", MINUTE, 0, 2, 1));

        assertThat(scoreboard.of("cam-01", MINUTE)).isEqualTo(new Score(1, 5, TRUTH, 2));
        assertThat(scoreboard.of("cam-03", MINUTE)).isEqualTo(Score.NONE);
    }

    @Test
    void noFramesHaveNoError() {
        assertThat(Score.NONE.meanAbsoluteError()).isZero();
        assertThat(Score.NONE.truthPerFrame()).isZero();
    }
}
