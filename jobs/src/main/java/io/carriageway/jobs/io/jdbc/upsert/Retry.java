package io.carriageway.jobs.io.jdbc.upsert;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Duration;

/** Decides which database failures are transient, and how long to wait before a retry. */
public final class Retry {

    public static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private Retry() {}

    public static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /** Whether the same statement may succeed later: the connection broke, or waiting for a lock timed out. */
    public static boolean isPassing(SQLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException
                    || cause instanceof SQLRecoverableException
                    || cause instanceof SQLNonTransientConnectionException
                    || (cause instanceof SQLException sql && isPassingState(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** SQL state classes: 08 connection, 40 rollback (deadlock), 57 server shutdown. */
    private static boolean isPassingState(String state) {
        return state != null && (state.startsWith("08") || state.startsWith("40") || state.startsWith("57"));
    }
}
