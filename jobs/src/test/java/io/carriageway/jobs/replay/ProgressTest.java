package io.carriageway.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void aLineTellsHowManyOfHowManyHowFastAndForHowLong() {
        assertThat(Progress.line("weather", 250_000, 1_000_000, 2.5))
                .isEqualTo("weather: 250,000 of 1,000,000 events, 100,000 a second, 8 s left");
        assertThat(Progress.line("weather", 250_000, 0, 2.5)).isEqualTo("weather: 250,000 events, 100,000 a second");
        assertThat(Progress.line("weather", 10, 10, 2)).isEqualTo("weather: 10 of 10 events, 5 a second, all read");
    }

    @Test
    void howLongItTakesIsNotToldBeforeAnythingWasRead() {
        assertThat(Progress.line("weather", 0, 1_000, 2.5)).isEqualTo("weather: 0 of 1,000 events, 0 a second");
    }

    @Test
    void theLastLineCountsWhatAllSubtasksHaveRead() throws Exception {
        var text = new ByteArrayOutputStream();
        var progress = new Progress(Duration.ofMillis(50), new PrintStream(text, true, StandardCharsets.UTF_8));
        progress.expect(500);
        progress.expect(501);
        try (var env = StreamExecutionEnvironment.createLocalEnvironment(2)) {
            var numbers = env.fromSequence(0, 1_000).name("numbers").uid("numbers");
            Progress.counted(numbers, "counted").sinkTo(new DiscardingSink<>());
            progress.follow(env.executeAsync("test"), "test");
        }
        assertThat(text.toString(StandardCharsets.UTF_8).lines().reduce((before, last) -> last))
                .hasValueSatisfying(line -> assertThat(line)
                        .startsWith("test: 1,001 of 1,001 events")
                        .endsWith("all read"));
    }
}
