package io.carriageway.jobs.io.jdbc.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "UTC, 2026-03-29, 24 6 6 6 6",
        "Europe/Berlin, 2026-03-29, 23 5 6 6 6",
        "Europe/Berlin, 2026-10-25, 25 7 6 6 6",
        "Asia/Kolkata, 2026-03-29, 24 6 6 6 6",
        // clocks change at midnight, forward and back
        "America/Havana, 2026-03-08, 23 5 6 6 6",
        "America/Sao_Paulo, 2018-02-17, 25 6 6 6 7",
        "Australia/Lord_Howe, 2026-04-05, 24.5 6.5 6 6 6"
    })
    void partsAreAsLongAsClocksMakeThem(String zone, LocalDate date, String hours) {
        assertThat(LocalPeriod.ofDay(date, ZoneId.of(zone)))
                .extracting(period ->
                        Duration.between(period.from(), period.until()).toMinutes() / 60.0)
                .containsExactlyElementsOf(
                        List.of(hours.split(" ")).stream().map(Double::valueOf).toList());
    }

    @Test
    void aDayThatAZoneSkippedHasNoPeriods() {
        assertThat(LocalPeriod.ofDay(LocalDate.of(2011, 12, 30), ZoneId.of("Pacific/Apia")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/St_Johns", "Asia/Gaza", "Pacific/Apia", "Antarctica/Casey"})
    void everyInstantIsInOnePartOfOneDay(String zone) {
        var end = LocalDate.of(2000, 1, 1).atStartOfDay(ZoneId.of(zone)).toInstant();
        for (var date = LocalDate.of(2000, 1, 1); date.getYear() < 2040; date = date.plusDays(1)) {
            for (var period : LocalPeriod.ofDay(date, ZoneId.of(zone))) {
                if (!period.partOfDay().equals("day")) {
                    assertThat(period.from()).isEqualTo(end);
                    end = period.until();
                }
            }
        }
    }
}
