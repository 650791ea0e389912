package io.carriageway.weather;

/**
 * The values that were measured of one quantity: how many, their sum, the least and the greatest; all 0 where there are
 * none. Whole numbers, so that no order of adding shows.
 */
public record SummaryStats(long count, long sum, int min, int max) {

    static final SummaryStats NONE = new SummaryStats(0, 0, 0, 0);

    private static final double MILLI = 1_000;

    /** One value in thousandths of its unit, a half rounded up; nothing where it was not measured. */
    static SummaryStats milliOf(Double value) {
        if (value == null) {
            return NONE;
        }
        int milli = Math.toIntExact(Math.round(value * MILLI));
        return new SummaryStats(1, milli, milli, milli);
    }

    SummaryStats plus(SummaryStats other) {
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        return new SummaryStats(
                count + other.count, sum + other.sum, Math.min(min, other.min), Math.max(max, other.max));
    }

    Long sumOrNull() {
        return count == 0 ? null : sum;
    }

    Integer minOrNull() {
        return count == 0 ? null : min;
    }

    Integer maxOrNull() {
        return count == 0 ? null : max;
    }

    /** The mean in the whole unit, one division away from the exact sums; NaN where there are none. */
    double mean() {
        return sum / (MILLI * count);
    }
}
