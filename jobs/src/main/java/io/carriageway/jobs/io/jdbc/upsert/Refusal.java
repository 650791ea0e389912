package io.carriageway.jobs.io.jdbc.upsert;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * The reason why a table refuses a row: an error that a single row's values cause, and that the same row causes again.
 *
 * @param code the server's error code
 */
record Refusal(int code, String message) {

    /** Code of a packet beyond max_allowed_packet. The driver detects it before sending, and gives no code. */
    private static final int PACKET_TOO_LARGE = 1153;

    private static final String PACKET_TOO_LARGE_CLASS = "PacketTooBigException";

    /**
     * Codes of a number out of range, truncated data, a wrong time, a wrong text, a text that is too long, and a CHECK
     * constraint of MySQL and of MariaDB.
     */
    private static final Set<Integer> CODES = Set.of(PACKET_TOO_LARGE, 1264, 1265, 1292, 1366, 1406, 3819, 4025);

    /** The refusal; empty if the error is of another kind. */
    static Optional<Refusal> of(SQLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().equals(PACKET_TOO_LARGE_CLASS)) {
                return Optional.of(new Refusal(PACKET_TOO_LARGE, cause.getMessage()));
            }
            if (cause instanceof SQLException sql && CODES.contains(sql.getErrorCode())) {
                return Optional.of(new Refusal(sql.getErrorCode(), sql.getMessage()));
            }
        }
        return Optional.empty();
    }
}
