package io.carriageway.conditions;

/**
 * Level of service of urban streets, from the speed as a share of the free-flow speed: Highway Capacity Manual 2010,
 * Exhibit 17-2, automobile mode. The manual uses the mean travel speed of through vehicles; this uses the median of the
 * measured speeds.
 */
public enum LevelOfService {
    A(85),
    B(67),
    C(50),
    D(40),
    E(30),
    F(0);

    private static final long METRES_PER_KILOMETRE = 1_000;
    private static final long PERCENT = 100;

    /** The level applies above this share of the free-flow speed, in per cent. */
    private final int abovePercent;

    LevelOfService(int abovePercent) {
        this.abovePercent = abovePercent;
    }

    /**
     * The level at that speed, computed without rounding.
     *
     * @param freeFlowSumMh sum of the samples' free-flow speeds, metres per hour
     */
    public static LevelOfService of(int speedKmh, long samples, long freeFlowSumMh) {
        for (var level : values()) {
            if (speedKmh * METRES_PER_KILOMETRE * samples * PERCENT > level.abovePercent * freeFlowSumMh) {
                return level;
            }
        }
        return F;
    }
}
