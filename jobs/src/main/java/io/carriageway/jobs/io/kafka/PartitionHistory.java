package io.carriageway.jobs.io.kafka;

/**
 * What a partition still has of a range. {@code start}, {@code from} and {@code end} are the offsets of the first
 * records that arrived at the range's times or after them, {@link #NONE} where there are none.
 *
 * @param first the offset at which the partition begins
 * @param next the offset that its next record will have
 */
record PartitionHistory(int partition, long first, long next, long start, long from, long end) {

    static final long NONE = -1;

    /** Whether older records were deleted, of which some may have arrived in the range. */
    boolean mayHaveLostSome() {
        return first > 0 && (first == start || first == next);
    }

    boolean hasSome() {
        return from != NONE && from != end;
    }

    /** How many records a run reads that begins at {@code start} and ends at {@code end}. */
    long records() {
        return start == NONE ? 0 : (end == NONE ? next : end) - start;
    }

    boolean goesOnAfterwards() {
        return end != NONE;
    }
}
