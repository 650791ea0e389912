package io.carriageway.jobs.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulateConfigTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:42Z"), ZoneOffset.UTC);

    @Test
    void thePrologueEndsAtTheCurrentMinute() throws Exception {
        var config = config();
        assertThat(config.city().first()).isEqualTo("2026-03-01T11:57:00Z");
        assertThat(config.prologueFrames()).isEqualTo(8 * 90);
        assertThat(config.rate()).isEqualTo(4.0);
        assertThat(config.limit()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void durationAndLimitEndTheSimulationAtAnExactFrame() throws Exception {
        assertThat(config("--duration", "10 s").limit()).isEqualTo(8 * (90 + 5));
        assertThat(config("--limit", "100").limit()).isEqualTo(100);
        assertThat(config("--limit", "1000000", "--duration", "10 s").limit()).isEqualTo(760);
    }

    @Test
    void rateOverridesThePaceOfLife() throws Exception {
        assertThat(config("--rate", "100").rate()).isEqualTo(100.0);
    }

    private static SimulateConfig config(String... more) throws IOException {
        var args = new ArrayList<>(List.of("--kafka.bootstrap", "broker:9092"));
        args.addAll(List.of(more));
        return SimulateConfig.from(CLOCK, args.toArray(new String[0]));
    }
}
