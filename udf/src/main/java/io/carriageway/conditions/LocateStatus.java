package io.carriageway.conditions;

import io.carriageway.event.AccidentReport;
import io.carriageway.event.AccidentStatus;
import io.carriageway.geo.Zones;
import io.carriageway.intake.ReceivedEvent;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Finds the zone of each accident report. Accidents are rare and happen anywhere, so H3 is called for each. */
public final class LocateStatus extends RichMapFunction<ReceivedEvent<AccidentReport>, StatusReport> {

    private transient Zones zones;

    @Override
    public void open(OpenContext context) {
        zones = Zones.load();
    }

    @Override
    public StatusReport map(ReceivedEvent<AccidentReport> received) {
        var report = received.event();
        return new StatusReport(
                report.getAccidentId(),
                zones.zoneIdAt(report.getLatitude(), report.getLongitude()),
                report.getStatus() == AccidentStatus.ACTIVE,
                report.getReportedAt().toEpochMilli(),
                received.origin().partition(),
                received.origin().offset());
    }
}
