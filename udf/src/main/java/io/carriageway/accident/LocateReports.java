package io.carriageway.accident;

import io.carriageway.event.AccidentReport;
import io.carriageway.geo.Match;
import io.carriageway.geo.MatchConfig;
import io.carriageway.geo.RoadNetwork;
import io.carriageway.geo.SegmentFinder;
import io.carriageway.geo.Zones;
import io.carriageway.intake.ReceivedEvent;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/**
 * Finds the zone and the road segment of each report. Accidents are rare and happen anywhere, so H3 is called for each.
 * A report has no heading, so the segment is the nearest one in any direction.
 */
public final class LocateReports extends RichMapFunction<ReceivedEvent<AccidentReport>, LocatedReport> {

    private final RoadNetwork network;
    private final MatchConfig limits;

    private transient SegmentFinder finder;
    private transient Zones zones;

    public LocateReports(RoadNetwork network, MatchConfig limits) {
        this.network = network;
        this.limits = limits;
    }

    @Override
    public void open(OpenContext context) {
        finder = new SegmentFinder(network, limits);
        zones = Zones.load();
    }

    @Override
    public LocatedReport map(ReceivedEvent<AccidentReport> received) {
        var report = received.event();
        var match = finder.find(
                report.getLatitude(),
                report.getLongitude(),
                null,
                report.getOccurredAt().toEpochMilli());
        return new LocatedReport(
                report,
                received.origin().partition(),
                received.origin().offset(),
                zones.zoneIdAt(report.getLatitude(), report.getLongitude()),
                match instanceof Match.OnSegment on ? on.segmentId() : null,
                null);
    }
}
