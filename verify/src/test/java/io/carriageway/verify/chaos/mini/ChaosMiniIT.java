package io.carriageway.verify.chaos.mini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One seed of {@link ChaosMini}: a job and four faults, each another. */
@ExtendWith(SandboxExtension.class)
class ChaosMiniIT {

    private static final long SEED = 12;

    @Test
    void whatAJobStoresIsTheOraclesWhateverHappensToIt(Sandbox sandbox) throws Exception {
        assumeTrue(System.getenv("MYSQL_URL") == null, "MYSQL_URL names a database that is not the test's to stop");
        var plan = ChaosPlan.of(SEED);
        assertThat(plan.steps())
                .extracting(ChaosPlan.Step::fault)
                .doesNotHaveDuplicates()
                .hasSize(4);
        var printed = new ByteArrayOutputStream();
        assertThat(ChaosMini.agrees(sandbox, plan, new PrintStream(printed, true, StandardCharsets.UTF_8)))
                .as(printed.toString(StandardCharsets.UTF_8))
                .isTrue();
    }
}
