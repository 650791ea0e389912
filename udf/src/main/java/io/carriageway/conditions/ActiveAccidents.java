package io.carriageway.conditions;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The accidents on the roads in a window, as they had been reported by its end. A report of an ACTIVE accident holds
 * until the next report on it. An accident that is never resolved expires after {@code accident.active-for}.
 */
final class ActiveAccidents {

    private final Map<String, Integer> activeByZone = new HashMap<>();
    private final Map<String, Long> reportsByZone = new HashMap<>();

    private ActiveAccidents() {}

    /**
     * Uses the reports made before the window's end, and at most {@code holdsMillis} before its start. Other reports
     * are ignored.
     */
    static ActiveAccidents in(long startMillis, long endMillis, long holdsMillis, Collection<StatusReport> reports) {
        var found = new ActiveAccidents();
        reports.stream()
                .filter(report -> report.reportedAtMillis() >= startMillis - holdsMillis)
                .filter(report -> report.reportedAtMillis() < endMillis)
                .sorted(StatusReport.IN_ORDER)
                .collect(Collectors.groupingBy(StatusReport::accidentId))
                .values()
                .forEach(accident -> found.add(accident, startMillis, holdsMillis));
        return found;
    }

    private void add(List<StatusReport> accident, long startMillis, long holdsMillis) {
        var active = new HashSet<String>();
        long endsAt = Long.MAX_VALUE;
        for (int i = accident.size() - 1; i >= 0; i--) {
            var report = accident.get(i);
            long until = Math.min(endsAt, report.reportedAtMillis() + holdsMillis);
            if (report.active() && (until > startMillis || report.reportedAtMillis() >= startMillis)) {
                active.add(report.zoneId());
            }
            endsAt = report.reportedAtMillis();
        }
        active.forEach(zone -> activeByZone.merge(zone, 1, Integer::sum));
        accident.stream()
                .map(StatusReport::zoneId)
                .distinct()
                .forEach(zone -> reportsByZone.merge(zone, (long) accident.size(), Long::sum));
    }

    /**
     * The zones in which some report put an accident, even one that was over by then. More reports can add zones but
     * never remove one.
     */
    Set<String> zones() {
        return reportsByZone.keySet();
    }

    long active(String zoneId) {
        return activeByZone.getOrDefault(zoneId, 0);
    }

    /** Number of reports on accidents that some report put in the zone. */
    long reports(String zoneId) {
        return reportsByZone.getOrDefault(zoneId, 0L);
    }
}
