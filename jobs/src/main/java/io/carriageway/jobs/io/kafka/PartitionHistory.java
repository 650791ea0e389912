package io.carriageway.jobs.io.kafka;

/**
 * The records of a range that a partition still has. {@code start}, {@code from} and {@code end} are the offsets of the
 * first records that arrived at the range's times or later, {@link #NONE} if there are none.
 *
 * @param first the partition's first offset
 * @param next the offset of its next record
 */
record PartitionHistory(int partition, long first, long next, long start, long from, long end) {

    static final long NONE = -1;

    /** Whether older records were deleted that may have arrived in the range. */
    boolean mayHaveLostSome() {
        return first > 0 && (first == start || first == next);
    }

    boolean hasSome() {
        return from != NONE && from != end;
    }

    /** The number of records that a run reads from {@code start} to {@code end}. */
    long records() {
        return start == NONE ? 0 : (end == NONE ? next : end) - start;
    }

    boolean goesOnAfterwards() {
        return end != NONE;
    }
}
