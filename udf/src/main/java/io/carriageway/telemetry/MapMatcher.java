package io.carriageway.telemetry;

import io.carriageway.event.VehicleTelemetry;
import io.carriageway.geo.Match;
import io.carriageway.geo.MatchConfig;
import io.carriageway.geo.RoadNetwork;
import io.carriageway.geo.SegmentFinder;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.telemetry.MatchedReport.Outcome;
import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.MurmurHash3;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.metrics.Counter;

/**
 * Matches each report to a directed road segment. An unmatched report is forwarded too, with the reason, and counted in
 * the metric {@code unmatched}. Nothing is dropped here.
 */
public final class MapMatcher extends RichMapFunction<ReceivedEvent<VehicleTelemetry>, MatchedReport> {

    private final RoadNetwork network;
    private final MatchConfig limits;

    private transient SegmentFinder finder;
    private transient Counter unmatched;

    public MapMatcher(RoadNetwork network, MatchConfig limits) {
        this.network = network;
        this.limits = limits;
    }

    @Override
    public void open(OpenContext context) {
        finder = new SegmentFinder(network, limits);
        unmatched = getRuntimeContext().getMetricGroup().counter("unmatched");
    }

    @Override
    public MatchedReport map(ReceivedEvent<VehicleTelemetry> received) {
        var report = received.event();
        long recordedAt = report.getRecordedAt().toEpochMilli();
        if (report.getSpeedKmh() == null) {
            return matched(report, recordedAt, Outcome.WITHOUT_SPEED, null);
        }
        var match = finder.find(report.getLatitude(), report.getLongitude(), report.getHeadingDeg(), recordedAt);
        if (match instanceof Match.OnSegment on) {
            return matched(report, recordedAt, Outcome.MATCHED, on.segmentId());
        }
        unmatched.inc();
        return matched(
                report, recordedAt, match instanceof Match.OffRoad ? Outcome.OFF_ROAD : Outcome.WRONG_HEADING, null);
    }

    private static MatchedReport matched(
            VehicleTelemetry report, long recordedAtMillis, Outcome outcome, String segmentId) {
        return new MatchedReport(
                outcome,
                segmentId,
                recordedAtMillis,
                MurmurHash3.hash128x64(report.getVehicleId().getBytes(StandardCharsets.UTF_8))[0],
                Speeds.metresPerHourOrNull(report.getSpeedKmh()));
    }
}
