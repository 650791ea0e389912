package io.carriageway.jobs.input;

import static org.apache.flink.configuration.ConfigOptions.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.carriageway.event.WeatherObservation;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.weather.WeatherJob;
import io.carriageway.row.WeatherObservationRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uses the weather topic as the example. */
class EventTimeConfigTest {

    private static final ConfigOption<Duration> OFFSET =
            key("weather.hour-offset").durationType().defaultValue(Duration.ZERO);

    private static final EventTopic<WeatherObservationRow, WeatherObservation> SLOW =
            WeatherJob.TOPIC.lateAfter(Duration.ofHours(1)).hoursBegin(OFFSET);

    @Test
    void theTopicTellsTheDefaultOfTheJobThatOwnsIt() {
        assertThat(of(Map.of()).limits().lateness()).isEqualTo(Duration.ofHours(1));
        assertThat(of(Map.of("lateness.limit", "20 min")).limits().lateness()).isEqualTo(Duration.ofMinutes(20));
        assertThat(EventTimeConfig.of(new Configuration()).limits().lateness()).isEqualTo(Duration.ofMinutes(10));
        assertThat(EventTimeConfig.of(new Configuration(), WeatherJob.TOPIC)
                        .limits()
                        .lateness())
                .isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void theOptionsOfTheJobHaveThatDefault() {
        assertThat(EventTimeOptions.of(SLOW))
                .contains(OFFSET)
                .filteredOn(option -> option.key().equals("lateness.limit"))
                .extracting(ConfigOption::defaultValue)
                .isEqualTo(List.of(Duration.ofHours(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "0 min, 60, 08:00:00.000",
        "30 min, 60, 08:30:00.000",
        "45 min, 60, 07:45:00.000",
        "30 min, 15, 08:30:00.000",
        "45 min, 10, 08:25:00.000",
    })
    void windowsBeginSoMuchPastTheHour(String offset, int minutes, String start) {
        var windows = of(Map.of("weather.hour-offset", offset)).eventWindows(Duration.ofMinutes(minutes));
        assertThat(Instant.ofEpochMilli(windows.startOf(at("08:30:00.000"))))
                .isEqualTo(Instant.ofEpochMilli(at(start)));
        assertThat(windows.startOf(at(start) - 1)).isEqualTo(at(start) - minutes * 60_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-15 min", "-1 min", "5 min", "90 s", "46 min", "1 h", "75 min"})
    void whatIsNoPartOfAnHourIsRefused(String offset) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Map.of("weather.hour-offset", offset)))
                .withMessageContaining("--weather.hour-offset");
    }

    private static long at(String time) {
        return Instant.parse("2026-07-01T" + time + "Z").toEpochMilli();
    }

    private static EventTimeConfig of(Map<String, String> given) {
        return EventTimeConfig.of(Configuration.fromMap(given), SLOW);
    }
}
