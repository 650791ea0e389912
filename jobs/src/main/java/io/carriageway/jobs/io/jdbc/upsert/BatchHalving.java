package io.carriageway.jobs.io.jdbc.upsert;

import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stores a batch, and halves it while it contains a row that the table refuses, until such rows are isolated. Storing
 * must be idempotent. It may be called again after an error and skips rows that are known to be refused.
 */
final class BatchHalving<R> {

    /** Stores some of the rows, in order. */
    interface Store<R> {
        void store(List<R> rows) throws SQLException;
    }

    private final List<R> rows;
    private final int mostRefused;
    private final Map<R, Refusal> refused = new LinkedHashMap<>();
    private int mostRows;

    /** @param mostRefused greatest number of refused rows; after more, no further rows are stored */
    BatchHalving(List<R> rows, int mostRefused) {
        this.rows = rows;
        this.mostRefused = mostRefused;
        this.mostRows = rows.size();
    }

    /** The refused rows, which are not stored, with their reasons. */
    Map<R, Refusal> refused() {
        return Collections.unmodifiableMap(refused);
    }

    /** The other rows, in order. */
    List<R> accepted() {
        return refused.isEmpty()
                ? rows
                : rows.stream().filter(row -> !refused.containsKey(row)).toList();
    }

    /** Whether it stopped early, so that some rows are neither stored nor refused. */
    boolean gaveUp() {
        return refused.size() > mostRefused;
    }

    void store(Store<R> store) throws SQLException {
        store(accepted(), store);
    }

    private void store(List<R> part, Store<R> store) throws SQLException {
        if (part.isEmpty() || gaveUp()) {
            return;
        }
        if (part.size() > mostRows) {
            storeHalves(part, store);
            return;
        }
        try {
            store.store(part);
        } catch (SQLException e) {
            var refusal = Refusal.of(e);
            if (refusal.isEmpty()) {
                throw e;
            }
            if (part.size() == 1) {
                refused.put(part.get(0), refusal.get());
            }
            if (Retry.isPassing(e)) {
                // a server closes the connection after too large a packet: halve before the next connection
                mostRows = Math.max(1, part.size() / 2);
                throw e;
            }
            if (part.size() > 1) {
                storeHalves(part, store);
            }
        }
    }

    private void storeHalves(List<R> part, Store<R> store) throws SQLException {
        int half = part.size() / 2;
        store(part.subList(0, half), store);
        store(part.subList(half, part.size()), store);
    }
}
