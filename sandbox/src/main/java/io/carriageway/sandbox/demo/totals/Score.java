package io.carriageway.sandbox.demo.totals;

/**
 * Counts beside the truth, over frames.
 *
 * @param error the differences of every single frame added up, each taken as positive, so that they do not cancel
 */
public record Score(long frames, long counted, long truth, long error) {

    static final Score NONE = new Score(0, 0, 0, 0);

    Score add(int counted, int truth) {
        return new Score(
                frames + 1, this.counted + counted, this.truth + truth, error + Math.abs((long) counted - truth));
    }

    /** Mean absolute error in vehicles per frame; 0 of no frames. */
    public double meanAbsoluteError() {
        return frames == 0 ? 0 : (double) error / frames;
    }

    public double truthPerFrame() {
        return frames == 0 ? 0 : (double) truth / frames;
    }
}
