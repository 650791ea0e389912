package io.carriageway.verify.chaos;

import java.util.Locale;

/** A fault that is injected into a running cluster. */
enum Fault {
    /** A TaskManager gets SIGKILL and is restarted. */
    TASK_MANAGER_KILLED,
    /** The JobManager gets SIGKILL and is restarted. */
    JOB_MANAGER_KILLED,
    /** The database executes some COMMITs, and their connections break before its answers. */
    COMMIT_REPLIES_LOST,
    /** The database is unreachable for a minute. */
    DATABASE_AWAY,
    /** The database does not answer for longer than the jobs wait, and then answers all requests. */
    DATABASE_HANGS,
    /** The broker is stopped and started. */
    BROKER_RESTARTED,
    /** For a while, one record in ten is no event instead of one in a thousand. */
    POISON_BURST,
    /** All jobs stop with a savepoint and resume from it at another parallelism. */
    RESCALED,
    /** A TaskManager gets SIGSTOP, and SIGCONT after the JobManager has declared it dead. */
    TASK_MANAGER_HANGS,
    /** S3 answers 503 for a while. */
    S3_UNAVAILABLE,
    /** For a while, S3 executes requests, but its answers are lost. */
    S3_ANSWERS_LOST,
    /** For a while, records that are due up to an hour later are also sent now. */
    CLOCK_AHEAD,
    /** For a while, one partition of each topic gets no records. */
    PARTITION_SILENT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
