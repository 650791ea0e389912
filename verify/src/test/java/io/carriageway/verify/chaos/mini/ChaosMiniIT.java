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

/** Tests one seed of {@link ChaosMini}: a job and four different faults. */
@ExtendWith(SandboxExtension.class)
class ChaosMiniIT {

    private static final long SEED = 12;

    @Test
    void whatAJobStoresIsTheOraclesWhateverHappensToIt(Sandbox sandbox) throws Exception {
        assumeTrue(
                System.getenv("MYSQL_URL") == null, "the test must stop its database, but MYSQL_URL names another one");
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
