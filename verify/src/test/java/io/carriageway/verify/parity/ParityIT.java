package io.carriageway.verify.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ten minutes of {@link Parity} in three of its ways. */
@ExtendWith(SandboxExtension.class)
class ParityIT {

    private static final long SEED = 12;

    /** The tests of each job cover ranges of topics. */
    private static final Way MIDDLE = new Way(Mode.LAKE_BATCH, true);

    @Test
    void replaysFromKafkaAndFromTheLakeStoreWhatTheLiveRunStored(Sandbox sandbox) throws Exception {
        var printed = new ByteArrayOutputStream();
        var verdict = ParityRun.of(
                sandbox,
                SEED,
                Duration.ofMinutes(10),
                List.of(new Way(Mode.KAFKA_STREAMING, false), new Way(Mode.LAKE_BATCH, false), MIDDLE),
                Parity.buildFolder(),
                new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(verdict.isParity())
                .as(printed.toString(StandardCharsets.UTF_8))
                .isTrue();
    }
}
