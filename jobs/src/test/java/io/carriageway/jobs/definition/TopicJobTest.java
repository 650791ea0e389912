package io.carriageway.jobs.definition;

import static org.apache.flink.configuration.ConfigOptions.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.carriageway.alert.AlertRules;
import io.carriageway.alert.AlertTable;
import io.carriageway.event.WeatherObservation;
import io.carriageway.jobs.weather.WeatherJob;
import io.carriageway.row.WeatherObservationRow;
import io.carriageway.weather.WeatherRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.ConfigOption;
import org.junit.jupiter.api.Test;

/** Uses the weather job as the example. */
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
            "--mysql.password-file",
            "/any/password",
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
    void theTopicTellsLatenessAndWhereHoursBegin() throws Exception {
        var offset = key("weather.hour-offset").durationType().defaultValue(Duration.ofMinutes(15));
        var topic = WeatherJob.TOPIC
                .withRules(given -> new WeatherRules(), offset)
                .lateAfter(Duration.ofHours(1))
                .hoursBegin(offset);
        var job = new TopicJob<>("carriageway-weather", topic, Optional.empty(), WeatherJob.JOB.tables(), given ->
                (intake, outputs, alerting) -> {});

        assertThat(job.options()).extracting(ConfigOption::key).doesNotHaveDuplicates();
        var windows = with(job).events().config().timing().eventWindows(Duration.ofMinutes(10));
        assertThat(windows.allowedLateness()).isEqualTo(Duration.ofMinutes(75));
        assertThat(windows.offset()).isEqualTo(Duration.ofMinutes(15));
        assertThat(with(job, "--from", "2026-07-01T12:25:00Z", "--to", "2026-07-01T12:45:00Z")
                        .resources()
                        .replay()
                        .isBounded())
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(job, "--from", "2026-07-01T12:20:00Z", "--to", "2026-07-01T12:40:00Z"))
                .withMessageContaining("10 minutes, counted from 15 minutes past the UTC hour");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(job, "--weather.hour-offset", "1 h"))
                .withMessage("option --weather.hour-offset must be 0, 15, 30 or 45 min, but is 1 h");
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

    private static TopicJob.Config<?, ?> with(String... more) throws Exception {
        return with(JOB, more);
    }

    private static TopicJob.Config<?, ?> with(TopicJob<?, ?> job, String... more) throws Exception {
        var arguments = new ArrayList<>(REQUIRED);
        arguments.addAll(List.of(more));
        return job.config(arguments.toArray(new String[0]));
    }
}
