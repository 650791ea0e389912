package io.carriageway.conditions;

/**
 * How well traffic flows on urban streets, from its speed as a share of the free-flow speed: Highway Capacity Manual
 * 2010, Exhibit 17-2, automobile mode. The manual takes the mean travel speed of through vehicles; here it is the
 * median of what vehicles measured.
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

    /** The level holds above this share of the free-flow speed, per cent. */
    private final int abovePercent;

    LevelOfService(int abovePercent) {
        this.abovePercent = abovePercent;
    }

    /**
     * The level of that speed, without rounding.
     *
     * @param freeFlowSumMh free-flow speeds of the samples, metres per hour, added up
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
