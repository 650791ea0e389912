package io.carriageway.city.world;

/**
 * Random numbers that depend only on seed and salts. They are the same on every machine and in every version of Java,
 * so the numbers of vehicle 17 at noon can be computed without any earlier ones.
 */
public final class SeededRandom {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    private SeededRandom(long state) {
        this.state = state;
    }

    public static SeededRandom of(long seed, long... salts) {
        long state = mix(seed + GOLDEN_GAMMA);
        for (long salt : salts) {
            state = mix(state ^ mix(salt + GOLDEN_GAMMA));
        }
        return new SeededRandom(state);
    }

    public long roll() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** From 0 inclusive to 1 exclusive. */
    public double uniform() {
        return (roll() >>> 11) * 0x1.0p-53;
    }

    public double uniform(double low, double high) {
        return low + (high - low) * uniform();
    }

    public int below(int bound) {
        return (int) (uniform() * bound);
    }

    public boolean chance(double probability) {
        return uniform() < probability;
    }

    /**
     * Close to a standard normal, as a sum of uniforms: without logarithms, whose last digit differs between machines.
     */
    public double bell() {
        return uniform() + uniform() + uniform() + uniform() + uniform() + uniform() + uniform() + uniform() + uniform()
                + uniform() + uniform() + uniform() - 6;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
