package io.carriageway.accident;

import io.carriageway.event.AccidentReport;

/**
 * An accepted report with its place in zones and roads, and with the weather that is known so far of its time and
 * place.
 *
 * @param partition of its record, as {@code offset}; together they name the report
 * @param segmentId null where it is on no road
 * @param weather null where there is none
 */
public record LocatedReport(
        AccidentReport report, int partition, long offset, String zoneId, String segmentId, LocalWeather weather) {

    private static final long HOUR_MILLIS = 3_600_000;

    public String accidentId() {
        return report.getAccidentId();
    }

    long occurredAtMillis() {
        return report.getOccurredAt().toEpochMilli();
    }

    public long reportedAtMillis() {
        return report.getReportedAt().toEpochMilli();
    }

    HourCell cell() {
        long hour = Math.floorDiv(occurredAtMillis(), HOUR_MILLIS) * HOUR_MILLIS;
        return new HourCell(zoneId, hour, report.getSeverity().name());
    }

    boolean isSameReportAs(LocatedReport other) {
        return partition == other.partition && offset == other.offset;
    }

    LocatedReport with(LocalWeather found) {
        return new LocatedReport(report, partition, offset, zoneId, segmentId, found);
    }
}
