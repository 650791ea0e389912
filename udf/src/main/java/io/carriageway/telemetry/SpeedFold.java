package io.carriageway.telemetry;

import io.carriageway.window.LocalFold;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;

/** Folds matched reports by segment and minute. */
public final class SpeedFold
        implements LocalFold<MatchedReport, SpeedFold.SegmentMinuteCell, SpeedFold.Samples, SpeedPartial> {

    private static final long MINUTE_MILLIS = 60_000;

    record SegmentMinuteCell(String segmentId, long minuteMillis) {}

    /** Speeds while they are added up. */
    static final class Samples {
        private final LongOpenHashSet vehicles = new LongOpenHashSet();
        private int[] countsByKmh = new int[0];
        private long samples;
        private long sumMh;
        private long maxMh;

        void add(MatchedReport report) {
            int kmh = Speeds.kilometresPerHour(report.speedMetresPerHour());
            if (kmh >= countsByKmh.length) {
                countsByKmh = Arrays.copyOf(countsByKmh, kmh + 1);
            }
            countsByKmh[kmh]++;
            samples++;
            sumMh += report.speedMetresPerHour();
            maxMh = Math.max(maxMh, report.speedMetresPerHour());
            vehicles.add(report.vehicleHash());
        }

        Speeds speeds() {
            var hashes = vehicles.toLongArray();
            Arrays.sort(hashes);
            return new Speeds(samples, sumMh, maxMh, countsByKmh, hashes);
        }
    }

    @Override
    public SegmentMinuteCell cell(MatchedReport report) {
        return new SegmentMinuteCell(
                report.segmentId(), Math.floorDiv(report.recordedAtMillis(), MINUTE_MILLIS) * MINUTE_MILLIS);
    }

    @Override
    public Samples open(SegmentMinuteCell cell) {
        return new Samples();
    }

    @Override
    public void add(Samples growing, MatchedReport report) {
        growing.add(report);
    }

    @Override
    public SpeedPartial close(SegmentMinuteCell cell, Samples growing) {
        return new SpeedPartial(cell.segmentId(), cell.minuteMillis(), growing.speeds());
    }
}
