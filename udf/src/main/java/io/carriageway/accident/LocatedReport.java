package io.carriageway.accident;

import io.carriageway.event.AccidentReport;

/**
 * An accepted report with its zone, its road segment and the weather known so far at its time and place.
 *
 * @param partition partition of its record; {@code offset} is its offset; together they identify the report
 * @param segmentId null if it is on no road
 * @param weather null if there is none
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
