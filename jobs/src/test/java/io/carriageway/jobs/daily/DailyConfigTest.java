package io.carriageway.jobs.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.carriageway.jobs.suite.Suite;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyConfigTest {

    @Test
    void nothingIsCorrectedDeletedOrAbortedUnlessItIsNamed() throws Exception {
        var config = config();

        assertThat(config.date()).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(config.days()).isEqualTo(3);
        assertThat(config.corrected()).isEmpty();
        assertThat(config.keepDays()).isEmpty();
        assertThat(config.uploadsBefore()).isEmpty();
        assertThat(config.retained()).isEmpty();
        assertThat(config.targetBytes()).isEqualTo(128L << 20);
        assertThat(config.topics()).containsEntry("weather", "weather").hasSameSizeAs(Suite.owned());
    }

    @Test
    void listsAreGivenByCommas() throws Exception {
        var config = config(
                "--correct", "weather=conf/weather.properties, camera=conf/camera.properties",
                "--savepoints", "s3://b/savepoints,s3://b/checkpoints",
                "--keep-days", "camera_frame=30,frame_detections=90",
                "--topic.weather", "wetter",
                "--uploads-before", "2026-07-01T00:00:00Z");

        assertThat(config.corrected())
                .isEqualTo(Map.of("weather", "conf/weather.properties", "camera", "conf/camera.properties"));
        assertThat(config.retained()).isEqualTo(List.of("s3://b/savepoints", "s3://b/checkpoints"));
        assertThat(config.keepDays()).isEqualTo(Map.of("camera_frame", 30, "frame_detections", 90));
        assertThat(config.topics()).containsEntry("weather", "wetter");
        assertThat(config.uploadsBefore()).contains(Instant.parse("2026-07-01T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "--date, yesterday",
        "--days, 0",
        "--keep-days, camera",
        "--keep-days, camera_frame=0",
        "--keep-days, camera=some",
        "--correct, weather",
        "--uploads-before, 2026-07-01"
    })
    void aValueThatMeansNothingIsRefused(String option, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> config(option, value))
                .withMessageContaining("option %s does not take '%s'".formatted(option, value));
    }

    static DailyConfig config(String... more) throws Exception {
        var given = Stream.of(
                "--date",
                "2026-07-01",
                "--lake",
                "s3://b/lake",
                "--mysql.url",
                "jdbc:mysql://h/c",
                "--mysql.user",
                "u",
                "--mysql.password-file",
                "p");
        return DailyConfig.from(Stream.concat(given, Stream.of(more)).toArray(String[]::new));
    }
}
