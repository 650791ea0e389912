package io.carriageway.weather;

import static io.carriageway.weather.Observations.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.WeatherCondition;
import io.carriageway.event.WeatherObservation;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.intake.RecordOrigin;
import io.carriageway.row.WeatherObservationRow;
import org.junit.jupiter.api.Test;

class WeatherRowsTest {

    @Test
    void everyFieldOfTheObservationIsInItsRow() {
        var observation = new WeatherObservation(
                "st-1", NOON, 52.5, 13.4, -3.5, 81.0, 1013.2, 4.1, 250.0, 0.5, 9_000.0, WeatherCondition.SNOW, "s", 42);
        var received = new ReceivedEvent<>(
                new RecordOrigin("weather", 3, 17, NOON.plusSeconds(2).toEpochMilli()), observation, null);
        var row = WeatherRows.accepted(received);
        for (var field : WeatherObservation.getClassSchema().getFields()) {
            assertThat(String.valueOf(row.get(field.name())))
                    .as(field.name())
                    .isEqualTo(String.valueOf(observation.get(field.name())));
        }
        assertThat(row)
                .extracting(
                        WeatherObservationRow::getTopic,
                        WeatherObservationRow::getPartition,
                        WeatherObservationRow::getOffset,
                        WeatherObservationRow::getArrivalTime,
                        WeatherObservationRow::getLate)
                .containsExactly("weather", 3, 17L, NOON.plusSeconds(2), false);
        assertThat(WeatherRows.late(received).getLate()).isTrue();
    }
}
