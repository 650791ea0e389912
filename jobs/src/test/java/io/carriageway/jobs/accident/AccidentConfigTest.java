package io.carriageway.jobs.accident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccidentConfigTest {

    private static final List<String> REQUIRED = List.of(
            "--kafka.bootstrap",
            "broker:9092",
            "--mysql.url",
            "jdbc:mysql://db/carriageway",
            "--mysql.user",
            "writer",
            "--mysql.password-file",
            "/any/password",
            "--network",
            "file:///roads.geojson",
            "--lake",
            "s3://carriageway/lake");

    @Test
    void theDefaultsAreThoseOfTheDesign() throws Exception {
        var config = with();
        assertThat(config.topic()).isEqualTo("accident");
        assertThat(config.weatherTopic()).isEqualTo("weather");
        assertThat(config.pipeline().reportLimit()).isEqualTo(Duration.ofHours(24));
        assertThat(config.pipeline().limits().distanceMetres()).isEqualTo(30);
        assertThat(config.pipeline().accidents().allowedLateness()).isEqualTo(Duration.ofMinutes(25));
    }

    @Test
    void anOptionOfAnotherJobIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with("--frames.buckets", "a"))
                .withMessageContaining("is an unknown option; known are [");
    }

    @Test
    void aReplayIsOfWholeHours() throws Exception {
        assertThat(with("--from", "2026-07-01T12:00:00Z", "--to", "2026-07-02T12:00:00Z")
                        .resources()
                        .replay()
                        .isBounded())
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with("--from", "2026-07-01T12:30:00Z", "--to", "2026-07-01T13:30:00Z"))
                .withMessageContaining("whole multiples of 60 minutes");
    }

    @Test
    void aReplayReadsAheadForTwiceTheLimitOfReportsOrLonger() throws Exception {
        assertThat(with("--report.limit", "12 h").reach().lookahead()).isEqualTo(Duration.ofHours(24));
        assertThat(with("--accident.lookahead", "1 h").reach().lookahead()).isEqualTo(Duration.ofHours(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(
                        "--accident.lookahead",
                        "47 h",
                        "--from",
                        "2026-07-01T12:00:00Z",
                        "--to",
                        "2026-07-01T13:00:00Z"))
                .withMessageContaining("accident.lookahead must not be below twice report.limit");
    }

    private static AccidentConfig with(String... more) throws Exception {
        var arguments = new ArrayList<>(REQUIRED);
        arguments.addAll(List.of(more));
        return AccidentConfig.from(arguments.toArray(new String[0]));
    }
}
