package io.carriageway.accident;

import io.carriageway.event.AccidentReport;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.row.AccidentReportRow;
import java.time.Instant;

/** Makes the lake's row of a report: all its fields as they came, and where and when it arrived. */
public final class AccidentReportRows {

    private AccidentReportRows() {}

    public static AccidentReportRow accepted(ReceivedEvent<AccidentReport> report) {
        return row(report, false);
    }

    public static AccidentReportRow late(ReceivedEvent<AccidentReport> report) {
        return row(report, true);
    }

    private static AccidentReportRow row(ReceivedEvent<AccidentReport> report, boolean late) {
        var event = report.event();
        var arrival = report.origin();
        return new AccidentReportRow(
                event.getAccidentId(),
                event.getOccurredAt(),
                event.getReportedAt(),
                event.getLatitude(),
                event.getLongitude(),
                event.getSeverity().name(),
                event.getKind().name(),
                event.getStatus().name(),
                event.getVehicles(),
                event.getCasualties(),
                event.getPedestrians(),
                event.getCycles(),
                event.getRoadCondition(),
                event.getVisibility(),
                event.getSpeedLimitKmh(),
                event.getAuthority(),
                event.getDescription(),
                arrival.topic(),
                arrival.partition(),
                arrival.offset(),
                Instant.ofEpochMilli(arrival.timeMillis()),
                late);
    }
}
