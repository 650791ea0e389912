package io.carriageway.alert;

import java.util.LinkedHashMap;
import java.util.Map;

/** Collects a row's metrics, in thousandths of their units. Unknown ones are left out. */
public final class Thousandths {

    private static final long MILLI = 1_000;

    private final Map<String, Long> milliByMetric = new LinkedHashMap<>();

    public Thousandths milli(String metric, Number milli) {
        if (milli != null) {
            milliByMetric.put(metric, milli.longValue());
        }
        return this;
    }

    public Thousandths whole(String metric, Number value) {
        return value == null ? this : milli(metric, Math.multiplyExact(value.longValue(), MILLI));
    }

    /** Adds a mean of whole thousandths, rounded half up. It is exact, so every implementation gives the same. */
    public Thousandths mean(String metric, Long milliSum, long count) {
        if (milliSum == null || count == 0) {
            return this;
        }
        long twice = Math.addExact(Math.multiplyExact(2, milliSum), count);
        return milli(metric, Math.floorDiv(twice, Math.multiplyExact(2, count)));
    }

    public Thousandths wholeMean(String metric, Long sum, long count) {
        return mean(metric, sum == null ? null : Math.multiplyExact(sum, MILLI), count);
    }

    public Map<String, Long> known() {
        return milliByMetric;
    }
}
