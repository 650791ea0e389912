package io.carriageway.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EstimateTest {

    /** 0 for even frames, 1 for odd ones. */
    private static double shareOfOdd(int[] frames) {
        return Arrays.stream(frames).map(frame -> frame % 2).average().orElseThrow();
    }

    @Test
    void theIntervalIsThatOfTheResampledFigure() {
        // a resample's sum is binomial with n = 100 and p = 1/2: its quantiles at 2.5 % and 97.5 % are 40 and 60
        var estimate = Estimate.of(100, EstimateTest::shareOfOdd);

        assertThat(estimate.value()).isEqualTo(0.5);
        assertThat(estimate.low()).isCloseTo(0.40, within(0.011));
        assertThat(estimate.high()).isCloseTo(0.60, within(0.011));
    }

    @Test
    void fourTimesTheFramesHalveTheInterval() {
        // binomial with n = 400: 180 and 220
        var estimate = Estimate.of(400, EstimateTest::shareOfOdd);

        assertThat(estimate.high() - estimate.low()).isCloseTo(0.10, within(0.01));
    }

    @Test
    void whatIsTheSameInEveryFrameIsCertain() {
        assertThat(Estimate.of(7, frames -> 3)).isEqualTo(new Estimate(3, 3, 3));
    }

    @Test
    void theSameFramesAlwaysGiveTheSameInterval() {
        assertThat(Estimate.of(50, EstimateTest::shareOfOdd)).isEqualTo(Estimate.of(50, EstimateTest::shareOfOdd));
    }

    @Test
    void aFigureThatTheFramesDoNotHaveIsNull() {
        assertThat(Estimate.of(5, frames -> Double.NaN)).isNull();
    }

    @Test
    void resamplesWithoutTheFigureAreLeftOut() {
        // of two frames a quarter of the resamples has only the first, which has no figure
        var estimate = Estimate.of(2, frames -> Arrays.stream(frames).sum() == 0 ? Double.NaN : 8);

        assertThat(estimate).isEqualTo(new Estimate(8, 8, 8));
    }
}
