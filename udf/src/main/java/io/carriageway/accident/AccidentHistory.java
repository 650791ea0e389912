package io.carriageway.accident;

import static io.carriageway.intake.TextRules.words;

import io.carriageway.event.AccidentStatus;
import io.carriageway.row.Accident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * All reports on one accident, oldest first. Its row depends only on the set of reports. The newest report decides, so
 * an ACTIVE report after a RESOLVED one reopens the accident. If two have the same time, RESOLVED counts as newer.
 */
record AccidentHistory(List<LocatedReport> reports) {

    private static final Comparator<LocatedReport> IN_ORDER = Comparator.comparingLong(LocatedReport::reportedAtMillis)
            .thenComparing(report -> report.report().getStatus())
            .thenComparingInt(LocatedReport::partition)
            .thenComparingLong(LocatedReport::offset);

    /**
     * Splits the reports of one id into accidents. There is one, unless a sender used the id again after the report
     * limit of the first accident.
     */
    static List<AccidentHistory> of(Collection<LocatedReport> reports, AccidentLifecycleConfig timing) {
        var histories = new ArrayList<AccidentHistory>();
        long occurredAt = Long.MIN_VALUE;
        for (var report : reports.stream().sorted(IN_ORDER).toList()) {
            if (histories.isEmpty() || !timing.isOnAccidentOf(occurredAt, report.reportedAtMillis())) {
                histories.add(new AccidentHistory(new ArrayList<>()));
                occurredAt = Long.MIN_VALUE;
            }
            histories.get(histories.size() - 1).reports.add(report);
            occurredAt = Math.max(occurredAt, report.occurredAtMillis());
        }
        return histories;
    }

    /** The time from which no report can be added. */
    long finalAt(AccidentLifecycleConfig timing) {
        return timing.finalAt(latestOccurredAtMillis());
    }

    private long latestOccurredAtMillis() {
        return reports.stream().mapToLong(LocatedReport::occurredAtMillis).max().orElseThrow();
    }

    private LocatedReport newest() {
        return reports.get(reports.size() - 1);
    }

    /** Time of the first RESOLVED report after the last ACTIVE one; null if the newest report is ACTIVE. */
    private Instant resolvedAt() {
        Instant since = null;
        for (var located : reports) {
            var report = located.report();
            boolean active = report.getStatus() == AccidentStatus.ACTIVE;
            since = active ? null : since == null ? report.getReportedAt() : since;
        }
        return since;
    }

    /**
     * The accident's contribution to each cell that some report named. All but the newest report's cell get a
     * contribution of nothing.
     */
    Stream<AccidentContribution> contributions() {
        var now = newest();
        return reports.stream().map(LocatedReport::cell).distinct().map(cell -> {
            boolean here = cell.equals(now.cell());
            return new AccidentContribution(
                    cell,
                    now.accidentId(),
                    reports.size(),
                    here,
                    here ? now.report().getVehicles() : null,
                    here ? now.report().getCasualties() : null,
                    reports.get(0).reportedAtMillis(),
                    now.reportedAtMillis(),
                    latestOccurredAtMillis());
        });
    }

    /** The row. Texts are stripped, because reports stored by older versions have blanks around them. */
    Accident row(boolean complete) {
        var report = newest().report();
        var weather = newest().weather();
        return Accident.newBuilder()
                .setAccidentId(report.getAccidentId())
                .setFirstSeen(reports.get(0).report().getReportedAt())
                .setReportedAt(report.getReportedAt())
                .setOccurredAt(report.getOccurredAt())
                .setLatitude(report.getLatitude())
                .setLongitude(report.getLongitude())
                .setZoneId(newest().zoneId())
                .setSegmentId(newest().segmentId())
                .setSeverity(report.getSeverity().name())
                .setKind(report.getKind().name())
                .setStatus(report.getStatus().name())
                .setResolvedAt(resolvedAt())
                .setVehicles(report.getVehicles())
                .setCasualties(report.getCasualties())
                .setPedestrians(report.getPedestrians())
                .setCycles(report.getCycles())
                .setRoadCondition(words(report.getRoadCondition()))
                .setVisibility(words(report.getVisibility()))
                .setSpeedLimitKmh(report.getSpeedLimitKmh())
                .setAuthority(words(report.getAuthority()))
                .setDescription(words(report.getDescription()))
                .setWeatherStationId(weather == null ? null : weather.stationId())
                .setWeatherObservedAt(weather == null ? null : Instant.ofEpochMilli(weather.observedAtMillis()))
                .setWeatherDistanceM(weather == null ? null : weather.distanceMetres())
                .setWeatherCondition(weather == null ? null : weather.condition())
                .setWeatherTemperatureMilliC(weather == null ? null : weather.temperatureMilliC())
                .setWeatherHumidityMilliPct(weather == null ? null : weather.humidityMilliPct())
                .setWeatherWindMmS(weather == null ? null : weather.windMmS())
                .setWeatherPrecipitationUmH(weather == null ? null : weather.precipitationUmH())
                .setWeatherVisibilityM(weather == null ? null : weather.visibilityMetres())
                .setEventCount(reports.size())
                .setRevision(0)
                .setComplete(complete)
                .build();
    }
}
