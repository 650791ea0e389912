package io.carriageway.jobs.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.geo.MatchConfig;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TelemetryConfigTest {

    private static final String[] REQUIRED = {
        "--kafka.bootstrap", "broker:9092",
        "--mysql.url", "jdbc:mysql://db/carriageway",
        "--mysql.user", "writer",
        "--mysql.password-file", "/any/password",
        "--lake", "s3://carriageway/lake",
        "--network", "file:/srv/roads.geojson"
    };

    @Test
    void theDefaultsAreThoseOfTheDesign() throws Exception {
        var config = TelemetryConfig.from(REQUIRED);
        assertThat(config.topic()).isEqualTo("vehicle-telemetry");
        assertThat(config.limits()).isEqualTo(new MatchConfig(30, 45));
        assertThat(config.journeyGap()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.intake().timing().limits().lateness()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aJobWithoutRoadsIsRefusedByTheOptionsName() {
        var withoutNetwork = Arrays.copyOf(REQUIRED, REQUIRED.length - 2);
        assertThatThrownBy(() -> TelemetryConfig.from(withoutNetwork)).hasMessageContaining("--network is missing");
    }

    @Test
    void aReplayIsOfWholeMinutes() throws Exception {
        assertThat(with("--from", "2026-07-01T12:21:00Z", "--to", "2026-07-01T12:22:00Z")
                        .resources()
                        .replay()
                        .isBounded())
                .isTrue();
        assertThatThrownBy(() -> with("--from", "2026-07-01T12:21:30Z", "--to", "2026-07-01T12:22:00Z"))
                .hasMessageContaining("whole multiples of 1 minutes");
    }

    @Test
    void aReplayLooksForTheEndsOfJourneysBeyondAGap() throws Exception {
        assertThat(with("--journey.lookahead", "1 min").journeyLookahead()).isEqualTo(Duration.ofMinutes(1));
        assertThatThrownBy(() -> with(
                        "--journey.lookahead",
                        "1 min",
                        "--from",
                        "2026-07-01T12:21:00Z",
                        "--to",
                        "2026-07-01T12:22:00Z"))
                .hasMessageContaining("journey.lookahead must not be below journey.gap");
    }

    private static TelemetryConfig with(String... more) throws Exception {
        return TelemetryConfig.from(
                Stream.concat(Stream.of(REQUIRED), Stream.of(more)).toArray(String[]::new));
    }
}
