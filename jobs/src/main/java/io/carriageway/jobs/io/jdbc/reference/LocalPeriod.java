package io.carriageway.jobs.io.jdbc.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * A day or a part of a day in a time zone, as an interval of UTC. Parts follow each other without a gap. Where clocks
 * change, a part is shorter or longer. A day that a zone skipped has no periods.
 */
record LocalPeriod(String partOfDay, LocalDate localDate, Instant from, Instant until) {

    /** Returns the day itself, then its parts. */
    static List<LocalPeriod> ofDay(LocalDate date, ZoneId zone) {
        var night = date.atStartOfDay(zone).toInstant();
        var end = date.plusDays(1).atStartOfDay(zone).toInstant();
        var morning = at(date, 6, zone, end);
        var afternoon = at(date, 12, zone, end);
        var evening = at(date, 18, zone, end);
        return Stream.of(
                        new LocalPeriod("day", date, night, end),
                        new LocalPeriod("night", date, night, morning),
                        new LocalPeriod("morning", date, morning, afternoon),
                        new LocalPeriod("afternoon", date, afternoon, evening),
                        new LocalPeriod("evening", date, evening, end))
                .filter(period -> period.from().isBefore(period.until()))
                .toList();
    }

    /**
     * The instant of a local hour. A skipped hour starts when the clocks have skipped it; a repeated hour starts the
     * first time.
     */
    private static Instant at(LocalDate date, int hour, ZoneId zone, Instant endOfDay) {
        var instant = date.atTime(hour, 0).atZone(zone).toInstant();
        return instant.isAfter(endOfDay) ? endOfDay : instant;
    }
}
