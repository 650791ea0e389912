package io.carriageway.jobs.io.lake;

import java.io.Serializable;

/** Assigns a row to one of an hour's files: large datasets are published in several. */
public interface ShardOf<R> extends Serializable {
    int shard(R row);
}
