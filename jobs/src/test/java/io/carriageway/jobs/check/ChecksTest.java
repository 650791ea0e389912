package io.carriageway.jobs.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.jobs.check.Check.Result;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChecksTest {

    @Test
    void allChecksAreRunAndEachIsOneLineInItsOrder() throws Exception {
        assertThat(lines(
                        Check.failed("lake", "there is no such bucket;\n\tcreate it"),
                        Check.of("database", () -> {}),
                        new Check("input topic a", () -> Optional.of("times of the future")),
                        Check.of("driver", () -> {
                            throw new NoClassDefFoundError("com/mysql/Driver");
                        })))
                .containsExactly(
                        "FAIL lake: there is no such bucket; create it",
                        "ok   database",
                        "warn input topic a: times of the future",
                        "FAIL driver: com/mysql/Driver");
    }

    @Test
    void aFaultThatSeveralChecksMeetIsOneLine() throws Exception {
        assertThat(lines(
                        Check.failed("input topic a", "cannot reach Kafka"),
                        Check.of("database", () -> {}),
                        Check.failed("output topic b", "cannot reach Kafka"),
                        Check.failed("lake", "no such bucket")))
                .containsExactly(
                        "FAIL input topic a, output topic b: cannot reach Kafka",
                        "ok   database",
                        "FAIL lake: no such bucket");
    }

    private static List<String> lines(Check... checks) throws InterruptedException {
        return Checks.run(List.of(checks)).stream().map(Result::line).toList();
    }
}
