package io.carriageway.jobs.io.lake;

import java.io.Serializable;

/** Which of an hour's files a row belongs to: what is large is published in several. */
public interface ShardOf<R> extends Serializable {
    int shard(R row);
}
