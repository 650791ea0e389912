package io.carriageway.verify.chaos.mini;

/** A fault outside of a running job. It must not change what the job stores. */
enum Fault {
    /** The TaskManager dies; the job restarts from its last checkpoint on another one. */
    TASK_MANAGER_LOST,
    /** The job is stopped with a savepoint and resumes from it at another parallelism. */
    RESCALED,
    /** The database closes all connections, also those in a transaction. */
    CONNECTIONS_CUT,
    /** The database is down for a while. */
    DATABASE_DOWN,
    /** The bucket of lake and checkpoints is missing for a while. */
    BUCKET_GONE
}
