package io.carriageway.telemetry;

import java.util.Arrays;

/**
 * Summary of speed samples that can be merged with others: number, sum, maximum, histogram and vehicles.
 *
 * @param sumMh sum, metres per hour
 * @param maxMh maximum, metres per hour
 * @param countsByKmh histogram: number of samples that round half up to each whole km/h, from 0 to the greatest
 * @param vehicleHashes sorted 64-bit hashes of the different vehicles. The probability that two of n vehicles of a
 *     segment and minute share a hash is n * n / 2^65: for a thousand vehicles, once in 37 million million minutes
 */
public record Speeds(long samples, long sumMh, long maxMh, int[] countsByKmh, long[] vehicleHashes) {

    private static final int METRES_PER_KILOMETRE = 1_000;
    private static final int PERCENT = 100;

    public static Speeds none() {
        return new Speeds(0, 0, 0, new int[0], new long[0]);
    }

    /** The speed in whole metres per hour, half rounded up. */
    public static int metresPerHour(double kilometresPerHour) {
        return (int) Math.round(kilometresPerHour * METRES_PER_KILOMETRE);
    }

    /** The same for a speed that may be null. */
    static Integer metresPerHourOrNull(Double kilometresPerHour) {
        return kilometresPerHour == null ? null : metresPerHour(kilometresPerHour);
    }

    /** The bin of a speed in the histogram: km/h, rounded half up. */
    static int kilometresPerHour(int metresPerHour) {
        return (metresPerHour + METRES_PER_KILOMETRE / 2) / METRES_PER_KILOMETRE;
    }

    public Speeds plus(Speeds other) {
        return new Speeds(
                samples + other.samples,
                sumMh + other.sumMh,
                Math.max(maxMh, other.maxMh),
                added(countsByKmh, other.countsByKmh),
                united(vehicleHashes, other.vehicleHashes));
    }

    /**
     * The percentile at the nearest rank, without interpolation: the smallest whole km/h such that at least that share
     * of the samples, each rounded to whole km/h, is not above it.
     */
    public int percentileKmh(int percent) {
        long needed = percent * samples;
        long reached = 0;
        int kmh = -1;
        while (reached * PERCENT < needed) {
            kmh++;
            reached += countsByKmh[kmh];
        }
        return kmh;
    }

    private static int[] added(int[] a, int[] b) {
        var sum = Arrays.copyOf(a.length >= b.length ? a : b, Math.max(a.length, b.length));
        var shorter = a.length >= b.length ? b : a;
        for (int i = 0; i < shorter.length; i++) {
            sum[i] += shorter[i];
        }
        return sum;
    }

    /** Merges two sorted lists without repetitions; so is the result. */
    private static long[] united(long[] a, long[] b) {
        var all = new long[a.length + b.length];
        int length = 0;
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            boolean fromA = j == b.length || (i < a.length && a[i] <= b[j]);
            boolean inBoth = fromA && j < b.length && a[i] == b[j];
            all[length++] = fromA ? a[i] : b[j];
            i += fromA ? 1 : 0;
            j += !fromA || inBoth ? 1 : 0;
        }
        return Arrays.copyOf(all, length);
    }
}
