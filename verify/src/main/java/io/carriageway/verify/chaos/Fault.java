package io.carriageway.verify.chaos;

import java.util.Locale;

/** What happens to a running cluster. */
enum Fault {
    /** SIGKILL of a TaskManager, which is started again. */
    TASK_MANAGER_KILLED,
    /** SIGKILL of the JobManager, which is started again. */
    JOB_MANAGER_KILLED,
    /** The database does what some COMMITs ask, and connections break before its answers. */
    COMMIT_REPLIES_LOST,
    /** The database cannot be reached for a minute. */
    DATABASE_AWAY,
    /** The database answers nothing, for longer than the jobs wait for an answer, and then all that it was asked. */
    DATABASE_HANGS,
    /** The broker is stopped and started. */
    BROKER_RESTARTED,
    /** For a while, one record in ten is no event; else it is one in a thousand. */
    POISON_BURST,
    /** All jobs stop with a savepoint and go on from it at another parallelism. */
    RESCALED,
    /** A TaskManager hangs: SIGSTOP, and SIGCONT when it has been given up. */
    TASK_MANAGER_HANGS,
    /** S3 answers 503 for a while. */
    S3_UNAVAILABLE,
    /** S3 does what it is asked for a while, and its answers are lost. */
    S3_ANSWERS_LOST,
    /** For a while, records that are due later, by up to an hour, come now as well. */
    CLOCK_AHEAD,
    /** For a while, one partition of each topic gets nothing. */
    PARTITION_SILENT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
