package io.carriageway.jobs.io.lake;

public interface ShardOf<R> extends java.io.Serializable {
    int shard(R row);
}
