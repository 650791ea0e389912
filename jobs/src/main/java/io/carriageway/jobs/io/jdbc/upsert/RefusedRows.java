package io.carriageway.jobs.io.jdbc.upsert;

import io.carriageway.jobs.io.jdbc.SqlFragment;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * A table's rows in table refused_row: for each key the newest row that the table refused. The keys are read once, so
 * that batches cost no more if nothing was ever refused.
 */
public final class RefusedRows<R extends SpecificRecordBase> {

    private static final int MAX_MESSAGE = 1_000;

    private static final String KEYS = "SELECT LOWER(HEX(key_hash)) FROM refused_row WHERE table_name = ?";
    private static final String PUT =
            """
            INSERT INTO refused_row (table_name, key_hash, row_key, row_json, code, message, refused_at)
            VALUES (?, UNHEX(?), ?, ?, ?, ?, UTC_TIMESTAMP(3))
            ON DUPLICATE KEY UPDATE row_key = VALUES(row_key), row_json = VALUES(row_json), code = VALUES(code),
                message = VALUES(message), refused_at = VALUES(refused_at)
            """;
    private static final String FORGET = "DELETE FROM refused_row WHERE table_name = ? AND key_hash = UNHEX(?)";

    private final UpsertTable<R> table;
    private volatile Set<String> keys;

    RefusedRows(UpsertTable<R> table) {
        this.table = table;
    }

    /** Number of the table's keys in refused_row, as far as this writer knows. */
    int count() {
        var known = keys;
        return known == null ? 0 : known.size();
    }

    /** Records what was refused, and deletes the keys of what was stored, in the transaction of a batch. */
    Set<String> update(Connection session, List<R> stored, Map<R, Refusal> refused) throws SQLException {
        var after = new HashSet<>(keys == null || !refused.isEmpty() ? read(session, table.name()) : keys);
        if (!after.isEmpty()) {
            for (var row : stored) {
                if (after.remove(table.keyHash(row))) {
                    SqlFragment.of(FORGET, table.name(), table.keyHash(row)).execute(session);
                }
            }
        }
        for (var entry : refused.entrySet()) {
            put(session, entry.getKey(), entry.getValue());
            after.add(table.keyHash(entry.getKey()));
        }
        return after;
    }

    /** Remembers the keys after the transaction. */
    void committed(Set<String> after) {
        keys = Set.copyOf(after);
    }

    private void put(Connection session, R row, Refusal refusal) throws SQLException {
        var unused = SqlFragment.of(
                        PUT,
                        table.name(),
                        table.keyHash(row),
                        RowText.of(row, table.keyColumns()),
                        RowText.of(row, table.columns()),
                        refusal.code(),
                        shortened(refusal.message()))
                .execute(session);
    }

    private static String shortened(String message) {
        return message.codePointCount(0, message.length()) <= MAX_MESSAGE
                ? message
                : message.substring(0, message.offsetByCodePoints(0, MAX_MESSAGE));
    }

    /** Reads the keys of a table's refused rows, as hashes. */
    public static Set<String> read(Connection session, String tableName) throws SQLException {
        try (var statement = SqlFragment.of(KEYS, tableName).prepare(session);
                var lines = statement.executeQuery()) {
            var read = new HashSet<String>();
            while (lines.next()) {
                read.add(lines.getString(1));
            }
            return read;
        }
    }

    /**
     * Deletes the refused keys of the target that the rows of the staging table have. Does nothing if there are none.
     */
    public static void forgetPublished(UpsertTable<?> target, String staging, Connection session) throws SQLException {
        if (!read(session, target.name()).isEmpty()) {
            SqlFragment.of(
                            "DELETE f FROM refused_row f JOIN " + staging + " s ON f.key_hash = "
                                    + target.keyHashOf("s") + " WHERE f.table_name = ?",
                            target.name())
                    .execute(session);
        }
    }
}
