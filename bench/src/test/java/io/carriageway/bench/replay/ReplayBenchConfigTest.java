package io.carriageway.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayBenchConfigTest {

    @Test
    void withoutOptionsFiveMillionReportsGoEveryWay() throws IOException {
        assertThat(ReplayBenchConfig.from()).isEqualTo(new ReplayBenchConfig(5_000_000, 1, List.of(Way.values())));
    }

    @Test
    void theLiveRunIsTheFirstWhateverIsAskedFor() throws IOException {
        assertThat(ReplayBenchConfig.from("--ways", "LAKE_BATCH;KAFKA_BATCH").ways())
                .containsExactly(Way.LIVE, Way.KAFKA_BATCH, Way.LAKE_BATCH);
    }

    @Test
    void noEventsAreRefused() {
        assertThatThrownBy(() -> ReplayBenchConfig.from("--events", "0"))
                .hasMessageContaining("EVENTS must be 1 or more");
    }
}
