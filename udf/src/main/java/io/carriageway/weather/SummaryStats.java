package io.carriageway.weather;

/**
 * Summary statistics of one quantity: count, sum, minimum and maximum; all 0 if there are no values. They are whole
 * numbers, so the order of adding does not matter.
 */
public record SummaryStats(long count, long sum, int min, int max) {

    static final SummaryStats NONE = new SummaryStats(0, 0, 0, 0);

    private static final double MILLI = 1_000;

    /** One value in thousandths of its unit, rounded half up; empty if it was not measured. */
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

    /** The mean in the whole unit, by one division of the exact sums; NaN if there are no values. */
    double mean() {
        return sum / (MILLI * count);
    }
}
