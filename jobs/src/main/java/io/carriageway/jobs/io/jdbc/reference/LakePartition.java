package io.carriageway.jobs.io.jdbc.reference;

import java.time.Instant;

/** A row of table lake_partition: an hour of a dataset. */
public record LakePartition(String dataset, Instant hour, State state, int files, long rows, long bytes) {

    /** Whether more rows will come. */
    public enum State {
        /** More rows will come. */
        OPEN,
        /** Only late events and corrections will come. */
        FINAL,
        /** Final, and small files are being merged. Readers may find rows twice. */
        COMPACTING,
        /** Final, and there is nothing left to merge. */
        COMPACTED
    }

    public LakePartition in(State next) {
        return new LakePartition(dataset, hour, next, files, rows, bytes);
    }

    /** Whether the hour has the same files, judged by their number and size. */
    public boolean has(int otherFiles, long otherBytes) {
        return files == otherFiles && bytes == otherBytes;
    }
}
