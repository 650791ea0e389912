package io.carriageway.jobs.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CorrectionsTest {

    private final List<String> started = new ArrayList<>();

    @Test
    void eachNamedJobComputesTheDayAgainFromTheLake() throws Exception {
        assertThat(corrections("--correct", "weather=w.properties").run()).isEqualTo("weather corrected 2026-07-01");
        assertThat(started)
                .containsExactly("weather --config w.properties --input lake --include-late true"
                        + " --from 2026-07-01T00:00:00Z --to 2026-07-02T00:00:00Z");
    }

    @Test
    void aDayBeginsWithTheHoursOfTheJob() throws Exception {
        var corrections = new Corrections(
                DailyConfigTest.config("--correct", "late=l.properties"), Map.of("late", new Corrections.Job() {
                    @Override
                    public void main(String... arguments) {
                        started.add(String.join(" ", arguments));
                    }

                    @Override
                    public Duration hourOffset(String file) {
                        return Duration.ofMinutes(30);
                    }
                }));
        corrections.run();
        assertThat(started)
                .containsExactly("--config l.properties --input lake --include-late true"
                        + " --from 2026-07-01T00:30:00Z --to 2026-07-02T00:30:00Z");
    }

    @Test
    void aJobThatFailsDoesNotKeepTheOthersFromTheirWork() throws Exception {
        var corrections = corrections("--correct", "broken=b.properties,weather=w.properties");
        assertThatIllegalStateException()
                .isThrownBy(corrections::run)
                .withMessage("of broken, weather failed [broken: it is broken]");
        assertThat(started).hasSize(1);
    }

    @Test
    void aJobThatThereIsNotIsToldBeforeAnyRuns() throws Exception {
        var corrections = corrections("--correct", "weather=w.properties,wether=w.properties");
        assertThatIllegalArgumentException()
                .isThrownBy(corrections::run)
                .withMessage("there are no jobs [wether]; there are [broken, weather]");
        assertThat(started).isEmpty();
    }

    @Test
    void aDryRunStartsNone() throws Exception {
        assertThat(corrections("--correct", "weather=w.properties", "--dry-run", "true")
                        .run())
                .isEqualTo("weather would correct 2026-07-01");
        assertThat(started).isEmpty();
    }

    private Corrections corrections(String... options) throws Exception {
        return new Corrections(
                DailyConfigTest.config(options),
                Map.of(
                        "weather",
                        arguments -> started.add("weather " + String.join(" ", arguments)),
                        "broken",
                        arguments -> {
                            throw new IllegalStateException("it is broken");
                        }));
    }
}
