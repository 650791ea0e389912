package io.carriageway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.carriageway.event.WeatherCondition;
import io.carriageway.event.WeatherObservation;
import io.carriageway.row.AccidentReportRow;
import io.carriageway.row.WeatherObservationRow;
import java.time.Instant;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.junit.jupiter.api.Test;

class RowOfEventTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    @Test
    void everyFieldOfTheObservationIsInItsRow() {
        var observation = new WeatherObservation(
                "st-1", NOON, 52.5, 13.4, -3.5, 81.0, 1013.2, 4.1, 250.0, 0.5, 9_000.0, WeatherCondition.SNOW, "s", 42);
        var received = new ReceivedEvent<>(
                new RecordOrigin("weather", 3, 17, NOON.plusSeconds(2).toEpochMilli()), observation, null);
        var row = rows(false).map(received);
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
        assertThat(rows(true).map(received).getLate()).isTrue();
    }

    @Test
    void aRowThatHasOtherFieldsThanTheEventIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RowOfEvent<>(WeatherObservation.class, AccidentReportRow.class, false))
                .withMessageContaining("a row of WeatherObservation must have [station_id, ");
    }

    private static RowOfEvent<WeatherObservation, WeatherObservationRow> rows(boolean late) {
        var rows = new RowOfEvent<>(WeatherObservation.class, WeatherObservationRow.class, late);
        rows.open(DefaultOpenContext.INSTANCE);
        return rows;
    }
}
