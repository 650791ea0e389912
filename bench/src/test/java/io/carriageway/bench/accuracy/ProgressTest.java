package io.carriageway.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final long HALF_A_SECOND = 500_000_000;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();

    private String run(boolean terminal, int frames) {
        var out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        var progress = new Progress(out, terminal, frames, nanos::get);
        for (int frame = 1; frame <= frames; frame++) {
            nanos.addAndGet(HALF_A_SECOND);
            progress.done(frame);
        }
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aPipeGetsALineAtEveryTenth() {
        assertThat(run(false, 200).lines())
                .hasSize(10)
                .startsWith("20/200 frames, 2.0 a second, 90 s left")
                .endsWith("200/200 frames, 2.0 a second, 0 s left");
    }

    @Test
    void aTerminalHasOneLineThatIsRedrawnAndFillsUp() {
        var drawings = run(true, 4).split("\r", -1);

        assertThat(drawings).hasSize(5);
        assertThat(drawings[1])
                .isEqualTo("\033[2K[##########..............................] 1/4 frames, 2.0 a second, 2 s left");
        assertThat(drawings[4]).contains("[" + "#".repeat(40) + "]").endsWith("\n");
    }
}
