package io.carriageway.verify.poison;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the kinds of {@code make poison} without its time limits. */
@ExtendWith(SandboxExtension.class)
class PoisonIT {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    @ParameterizedTest
    @MethodSource("io.carriageway.verify.poison.PoisonTopic#all")
    void noRecordStopsTheJobAndEachHasTheRightVerdict(PoisonTopic topic, Sandbox sandbox) throws Exception {
        var kinds = Poison.kinds(topic, sandbox.s3().bucket());
        var outcomes = new ArrayList<Outcome>();
        try (var registry = HostileRegistry.start(topic.schema())) {
            new PoisonTrial(sandbox, topic, registry.url(), LONGEST, outcomes::add).of(kinds);
        }
        assertThat(outcomes)
                .hasSameSizeAs(kinds)
                .allSatisfy(outcome -> assertThat(outcome).as(outcome.line()).matches(Outcome::isRight));
    }
}
