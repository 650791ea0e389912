package io.carriageway.telemetry;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;

/** Collects speed samples into {@link Speeds}. */
public final class SpeedSamples {

    private final LongOpenHashSet vehicles = new LongOpenHashSet();
    private int[] countsByKmh = new int[0];
    private long samples;
    private long sumMh;
    private long maxMh;

    public void add(int metresPerHour, long vehicleHash) {
        int kmh = Speeds.kilometresPerHour(metresPerHour);
        if (kmh >= countsByKmh.length) {
            countsByKmh = Arrays.copyOf(countsByKmh, kmh + 1);
        }
        countsByKmh[kmh]++;
        samples++;
        sumMh += metresPerHour;
        maxMh = Math.max(maxMh, metresPerHour);
        vehicles.add(vehicleHash);
    }

    public Speeds speeds() {
        var hashes = vehicles.toLongArray();
        Arrays.sort(hashes);
        return new Speeds(samples, sumMh, maxMh, countsByKmh, hashes);
    }
}
