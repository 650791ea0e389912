package io.carriageway.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.carriageway.bench.accuracy.InferenceTimings.Look;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void quantilesLieBetweenNeighbours() {
        var sample = Sample.of(new double[] {4, 1, 2, 3});

        assertThat(sample.mean()).isEqualTo(2.5);
        assertThat(sample.quantile(0)).isEqualTo(1);
        assertThat(sample.quantile(0.5)).isEqualTo(2.5);
        assertThat(sample.quantile(0.95)).isCloseTo(3.85, within(1e-12));
        assertThat(sample.quantile(1)).isEqualTo(4);
    }

    @Test
    void timesOfLooksAreInMilliseconds() {
        var timings = InferenceTimings.of(List.of(new Look(2_000_000, 9_000_000), new Look(4_000_000, 9_000_000)));

        assertThat(timings.cpu()).isEqualTo(new InferenceTimings.Spread(3, 3, 3.9));
        assertThat(timings.wall()).isEqualTo(new InferenceTimings.Spread(9, 9, 9));
    }
}
