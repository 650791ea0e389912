package io.carriageway.verify.chaos.mini;

/** What can happen to a running job from outside, and must leave no trace in what it stores. */
enum Fault {
    /** The machine that it runs on goes; it restarts from its last checkpoint on another. */
    TASK_MANAGER_LOST,
    /** It is stopped with a savepoint and goes on from there at another parallelism. */
    RESCALED,
    /** The database ends all its connections, be they in a transaction or not. */
    CONNECTIONS_CUT,
    /** The database is down for a while. */
    DATABASE_DOWN,
    /** The bucket of lake and checkpoints is not there for a while. */
    BUCKET_GONE
}
