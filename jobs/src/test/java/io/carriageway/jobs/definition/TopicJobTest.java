package io.carriageway.jobs.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.carriageway.alert.AlertRules;
import io.carriageway.alert.AlertTable;
import io.carriageway.event.WeatherObservation;
import io.carriageway.jobs.weather.WeatherJob;
import io.carriageway.row.WeatherObservationRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** With the weather job as the example. */
class TopicJobTest {

    private static final TopicJob<WeatherObservationRow, WeatherObservation> JOB = new TopicJob<>(
            "carriageway-weather",
            WeatherJob.TOPIC,
            Optional.of(AlertTable.WEATHER_10M),
            WeatherJob.JOB.tables(),
            given -> (intake, outputs, alerting) -> {});

    private static final List<String> REQUIRED = List.of(
            "--kafka.bootstrap",
            "broker:9092",
            "--mysql.url",
            "jdbc:mysql://db/carriageway",
            "--mysql.user",
            "writer",
            "--mysql.password",
            "hunter2",
            "--lake",
            "s3://carriageway/lake");

    @Test
    void theDefaultsAreThoseOfTheDesign() throws Exception {
        var config = with();
        assertThat(config.events().topic()).isEqualTo("weather");
        assertThat(config.events().group()).isEqualTo("carriageway-weather");
        assertThat(config.resources().deadLetters().topic()).isEqualTo("dead-letter");
        assertThat(config.events()
                        .config()
                        .timing()
                        .eventWindows(Duration.ofMinutes(10))
                        .allowedLateness())
                .isEqualTo(Duration.ofMinutes(25));
    }

    @Test
    void anOptionOfAnotherJobIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with("--frames.buckets", "a"))
                .withMessageContaining("is an unknown option; known are [");
    }

    @Test
    void aJobWithoutAlertsHasNoOptionsOfAlerts() {
        var silent = new TopicJob<>(
                "carriageway-weather", WeatherJob.TOPIC, Optional.empty(), WeatherJob.JOB.tables(), given ->
                        (intake, outputs, alerting) -> {});
        assertThat(silent.options()).hasSizeLessThan(JOB.options().size()).noneMatch(option -> option.key()
                .contains("alert"));
    }

    @Test
    void aReplayIsOfWholeTenMinutes() throws Exception {
        assertThat(with("--from", "2026-07-01T12:20:00Z", "--to", "2026-07-01T12:40:00Z")
                        .resources()
                        .replay()
                        .isBounded())
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with("--from", "2026-07-01T12:25:00Z", "--to", "2026-07-01T12:40:00Z"))
                .withMessageContaining("10 minutes");
    }

    @Test
    void aReplayTakesTheOptionsOfTheLiveJobAndRaisesNoAlerts() throws Exception {
        var replay = with(
                "--from",
                "2026-07-01T12:20:00Z",
                "--to",
                "2026-07-01T12:40:00Z",
                "--alerts",
                "classpath:not-there.yaml");
        assertThat(replay.alerts().rules()).isEqualTo(AlertRules.NONE);
    }

    @Test
    void thePasswordIsNeverPrinted() throws Exception {
        assertThat(with()).asString().contains("jdbc:mysql://db").doesNotContain("hunter2");
    }

    private static TopicJob.Config<?, ?> with(String... more) throws Exception {
        var arguments = new ArrayList<>(REQUIRED);
        arguments.addAll(List.of(more));
        return JOB.config(arguments.toArray(new String[0]));
    }
}
