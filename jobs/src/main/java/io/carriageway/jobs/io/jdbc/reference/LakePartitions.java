package io.carriageway.jobs.io.jdbc.reference;

import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.jobs.io.jdbc.reference.LakePartition.State;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads and writes table lake_partition under an exclusive lock. Two tools that merged files at once would lose some.
 */
public final class LakePartitions implements AutoCloseable {

    private static final String LOCK = "SELECT GET_LOCK(CONCAT('lake of ', DATABASE()), 0)";
    private static final String NOW = "SELECT UTC_TIMESTAMP(3)";
    private static final String NEWEST = "SELECT MAX(minute) FROM event_ledger_1m WHERE topic = ? AND complete";
    private static final String FIND =
            "SELECT state, files, rows_count, bytes FROM lake_partition WHERE dataset = ? AND dt = ? AND hour = ?";
    private static final String COMPACTING =
            "SELECT dataset, dt, hour FROM lake_partition WHERE state = 'compacting' ORDER BY dataset, dt, hour";
    private static final String WRITE =
            """
            INSERT INTO lake_partition (dataset, dt, hour, state, files, rows_count, bytes, checked_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(3))
            ON DUPLICATE KEY UPDATE state = VALUES(state), files = VALUES(files), rows_count = VALUES(rows_count),
                bytes = VALUES(bytes), checked_at = VALUES(checked_at)
            """;
    private static final String DELETE = "DELETE FROM lake_partition WHERE dataset = ? AND dt = ? AND hour = ?";

    private final Connection session;

    private LakePartitions(Connection session) {
        this.session = session;
    }

    /**
     * Takes the lock.
     *
     * @throws IllegalStateException if another tool holds the lock
     */
    public static LakePartitions open(MySqlConnection database) throws SQLException {
        var partitions = new LakePartitions(database.open());
        if (partitions.one(LOCK, row -> row.getInt(1)).orElse(0) == 1) {
            return partitions;
        }
        partitions.close();
        throw new IllegalStateException("another daily run is working on this lake; wait for its end");
    }

    /** The time by the clock of the database. */
    public Instant now() throws SQLException {
        return one(NOW, row -> instant(row, 1)).orElseThrow();
    }

    /** The start of the newest final minute of arrival; empty if the topic never had one. */
    public Optional<Instant> newestFinalMinute(String topic) throws SQLException {
        return one(NEWEST, row -> row.getObject(1) == null ? null : instant(row, 1), topic);
    }

    /** The hours with an unfinished compaction. */
    public List<LakePartition> compacting() throws SQLException {
        var found = new ArrayList<LakePartition>();
        try (var statement = statement(COMPACTING);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                var hour = rows.getObject(2, LocalDate.class)
                        .atTime(rows.getInt(3), 0)
                        .toInstant(ZoneOffset.UTC);
                find(rows.getString(1), hour).ifPresent(found::add);
            }
        }
        return found;
    }

    public Optional<LakePartition> find(String dataset, Instant hour) throws SQLException {
        return one(
                FIND,
                row -> new LakePartition(
                        dataset,
                        hour,
                        State.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                        row.getInt(2),
                        row.getLong(3),
                        row.getLong(4)),
                dataset,
                day(hour),
                hourOfDay(hour));
    }

    public void write(LakePartition partition) throws SQLException {
        execute(
                WRITE,
                partition.dataset(),
                day(partition.hour()),
                hourOfDay(partition.hour()),
                partition.state().name().toLowerCase(Locale.ROOT),
                partition.files(),
                partition.rows(),
                partition.bytes());
    }

    public void delete(String dataset, Instant hour) throws SQLException {
        execute(DELETE, dataset, day(hour), hourOfDay(hour));
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> Optional<T> one(String sql, Reading<T> reading, Object... values) throws SQLException {
        try (var statement = statement(sql, values);
                var rows = statement.executeQuery()) {
            return rows.next() ? Optional.ofNullable(reading.of(rows)) : Optional.empty();
        }
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (var statement = statement(sql, values)) {
            statement.executeUpdate();
        }
    }

    private PreparedStatement statement(String sql, Object... values) throws SQLException {
        var statement = session.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static LocalDate day(Instant hour) {
        return LocalDate.ofInstant(hour, ZoneOffset.UTC);
    }

    private static int hourOfDay(Instant hour) {
        return hour.atOffset(ZoneOffset.UTC).getHour();
    }

    /** Releases the lock and closes the session. */
    @Override
    public void close() throws SQLException {
        session.close();
    }
}
