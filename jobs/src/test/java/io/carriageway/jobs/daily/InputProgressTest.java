package io.carriageway.jobs.daily;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputProgressTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    /** An hour that ends at 13:00, ten minutes of lateness, a quarter of an hour of lag, and an hour of margin. */
    @ParameterizedTest
    @CsvSource({
        "weather_observation, 2026-07-01T14:23:00Z, false",
        "weather_observation, 2026-07-01T14:24:00Z, true",
        "journey, 2026-07-02T02:23:00Z, false",
        "journey, 2026-07-02T02:24:00Z, true",
        "accident_1h, 2026-07-02T14:23:00Z, false",
        "accident_1h, 2026-07-02T14:24:00Z, true",
    })
    void anHourIsFinalWhenTheNewestMinuteIsFarEnoughBehindIt(String dataset, Instant newest, boolean isFinal)
            throws Exception {
        var progress = progress(Map.of("weather", newest, "vehicle-telemetry", newest, "accident", newest));
        assertThat(progress.hasPassed(DailyConfigTest.config().dataset(dataset), NOON))
                .isEqualTo(isFinal);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01T20:00:00Z, 2026-07-01T20:00:00Z, true",
        "2026-07-01T20:00:00Z, 2026-07-01T14:00:00Z, false",
        "2026-07-01T20:00:00Z, , true",
        ", , false",
    })
    void whatSeveralTopicsMakeWaitsForThoseThatAreInUse(Instant camera, Instant weather, boolean isFinal)
            throws Exception {
        var newest = new HashMap<String, Instant>();
        newest.put("camera", camera);
        newest.put("weather", weather);
        newest.values().removeIf(Objects::isNull);
        assertThat(progress(newest).hasPassed(DailyConfigTest.config().dataset("road_conditions_5m"), NOON))
                .isEqualTo(isFinal);
    }

    @ParameterizedTest
    @CsvSource({"2026-07-01T15:13:00Z, false", "2026-07-01T15:14:00Z, true"})
    void whereEventsMayBeLaterAnHourWaitsForThem(Instant newest, boolean isFinal) throws Exception {
        var weather = DailyConfigTest.config().dataset("weather_10m");
        var slow = new KnownDataset(weather.dataset(), Duration.ZERO, Duration.ofHours(1), weather.topics());
        assertThat(progress(Map.of("weather", newest)).hasPassed(slow, NOON)).isEqualTo(isFinal);
    }

    private static InputProgress progress(Map<String, Instant> newest) throws Exception {
        var config = DailyConfigTest.config();
        return new InputProgress(newest, config.timing());
    }
}
