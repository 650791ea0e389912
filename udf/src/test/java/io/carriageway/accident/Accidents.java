package io.carriageway.accident;

import io.carriageway.event.AccidentKind;
import io.carriageway.event.AccidentReport;
import io.carriageway.event.AccidentSeverity;
import io.carriageway.event.AccidentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Accident reports for tests. */
final class Accidents {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Duration ALLOWED_LATENESS = Duration.ofMinutes(25);
    static final AccidentLifecycleConfig TIMING =
            new AccidentLifecycleConfig(Duration.ofHours(24), ALLOWED_LATENESS, Duration.ofMinutes(1));

    private Accidents() {}

    /** Occurred and reported at noon. */
    static AccidentReport.Builder good() {
        return AccidentReport.newBuilder()
                .setAccidentId("a-1")
                .setOccurredAt(NOON)
                .setReportedAt(NOON)
                .setLatitude(52.5)
                .setLongitude(13.4)
                .setSeverity(AccidentSeverity.SLIGHT)
                .setKind(AccidentKind.COLLISION)
                .setStatus(AccidentStatus.ACTIVE);
    }

    static AccidentReport.Builder resolved(long minute) {
        return active(minute).setStatus(AccidentStatus.RESOLVED);
    }

    /** Reported that many minutes after noon. */
    static AccidentReport.Builder active(long minute) {
        return good().setReportedAt(NOON.plusSeconds(60 * minute));
    }

    static LocatedReport located(AccidentReport.Builder report, long offset) {
        return located(report.build(), offset, "zone-1");
    }

    static LocatedReport located(AccidentReport report, long offset, String zone) {
        return new LocatedReport(report, 0, offset, zone, null, null);
    }

    /** Reports on a few accidents that change their place, time, severity, numbers and status. */
    static List<LocatedReport> any(Random random) {
        var reports = new ArrayList<LocatedReport>();
        for (int i = 0; i < 40; i++) {
            long reportedMinute = random.nextLong(180);
            var report = active(reportedMinute)
                    .setAccidentId("a-" + random.nextInt(6))
                    .setOccurredAt(NOON.plusSeconds(60 * (reportedMinute - random.nextLong(120))))
                    .setSeverity(AccidentSeverity.values()[random.nextInt(2)])
                    .setStatus(AccidentStatus.values()[random.nextInt(2)])
                    .setVehicles(random.nextBoolean() ? null : random.nextInt(4))
                    .setCasualties(random.nextBoolean() ? null : random.nextInt(4));
            reports.add(located(report.build(), i, "zone-" + random.nextInt(2)));
        }
        return reports;
    }
}
