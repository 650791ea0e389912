package io.carriageway.jobs.io.jdbc.reference;

import java.time.Instant;

/** A row of table lake_partition: an hour of a dataset. */
public record LakePartition(String dataset, Instant hour, State state, int files, long rows, long bytes) {

    /** Whether more rows will come. */
    public enum State {
        /** They will. */
        OPEN,
        /** None but late events and corrections. */
        FINAL,
        /** Final, and small files are being merged: rows may be seen twice. */
        COMPACTING,
        /** Final, and there is nothing left to merge. */
        COMPACTED
    }

    public LakePartition in(State next) {
        return new LakePartition(dataset, hour, next, files, rows, bytes);
    }

    /** Whether the hour has the same files, as far as their number and size tell. */
    public boolean has(int otherFiles, long otherBytes) {
        return files == otherFiles && bytes == otherBytes;
    }
}
