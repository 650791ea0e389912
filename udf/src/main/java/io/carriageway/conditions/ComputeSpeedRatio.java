package io.carriageway.conditions;

import io.carriageway.geo.RoadNetwork;
import io.carriageway.geo.RoadSegment;
import io.carriageway.geo.Zones;
import io.carriageway.telemetry.MatchedReport;
import io.carriageway.telemetry.Speeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * Adds to each matched report the free-flow speed of its segment at its time. Reports without a segment, or whose
 * segment has no known free-flow speed, are dropped here; telemetry_match_1m and segment_speed_1m count them.
 */
public final class ComputeSpeedRatio extends RichFlatMapFunction<MatchedReport, SpeedRatio> {

    private record Version(long fromMillis, long toMillis, String zoneId, int freeFlowMetresPerHour) {}

    private final RoadNetwork network;

    private transient Map<String, List<Version>> versionsBySegment;

    public ComputeSpeedRatio(RoadNetwork network) {
        this.network = network;
    }

    @Override
    public void open(OpenContext context) {
        var zones = Zones.load();
        versionsBySegment = new HashMap<>();
        for (var segment : network.segments()) {
            if (segment.freeFlowKmh() != null) {
                versionsBySegment
                        .computeIfAbsent(segment.segmentId(), id -> new ArrayList<>())
                        .add(version(segment, zones));
            }
        }
    }

    private static Version version(RoadSegment segment, Zones zones) {
        return new Version(
                segment.validFrom().toEpochMilli(),
                segment.validTo() == null ? Long.MAX_VALUE : segment.validTo().toEpochMilli(),
                zones.zoneIdOf(segment),
                Speeds.metresPerHour(segment.freeFlowKmh()));
    }

    @Override
    public void flatMap(MatchedReport report, Collector<SpeedRatio> out) {
        if (!report.isMatched()) {
            return;
        }
        long time = report.recordedAtMillis();
        for (var version : versionsBySegment.getOrDefault(report.segmentId(), List.of())) {
            if (version.fromMillis() <= time && time < version.toMillis()) {
                out.collect(new SpeedRatio(
                        version.zoneId(),
                        time,
                        report.vehicleHash(),
                        report.speedMetresPerHour(),
                        version.freeFlowMetresPerHour()));
            }
        }
    }
}
