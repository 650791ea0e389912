package io.carriageway.bench.replay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The totals of a table over a range.
 *
 * @param events the sum of column event_count
 * @param checksum a sum over every column of every row, which is equal for equal tables
 */
record TableSum(String table, long rows, long events, long checksum) {

    /** A table and the column that decides to which range a row belongs. */
    record Table(String name, String timeColumn) {}

    static final List<Table> OF_REPORTS = List.of(
            new Table("segment_speed_1m", "window_start"),
            new Table("telemetry_match_1m", "window_start"),
            new Table("journey", "started_at"));

    static final List<Table> ALL = withLedger();

    String figures() {
        return String.format(Locale.ROOT, "%,d rows, %,d events, checksum %d", rows, events, checksum);
    }

    private static List<Table> withLedger() {
        var all = new ArrayList<>(OF_REPORTS);
        all.add(new Table("event_ledger_1m", "minute"));
        return List.copyOf(all);
    }

    static TableSum of(Connection database, Table table, Instant from, Instant to) throws SQLException {
        var sql =
                "SELECT COUNT(*), COALESCE(SUM(event_count), 0), COALESCE(SUM(CRC32(CONCAT_WS('|', %s))), 0) FROM %s WHERE %s >= ? AND %3$s < ?"
                        .formatted(columns(database, table), table.name(), table.timeColumn());
        try (var statement = database.prepareStatement(sql)) {
            statement.setObject(1, LocalDateTime.ofInstant(from, ZoneOffset.UTC));
            statement.setObject(2, LocalDateTime.ofInstant(to, ZoneOffset.UTC));
            try (var result = statement.executeQuery()) {
                result.next();
                return new TableSum(table.name(), result.getLong(1), result.getLong(2), result.getLong(3));
            }
        }
    }

    /** Every column as a text; a missing value differs from any other text. */
    private static String columns(Connection database, Table table) throws SQLException {
        var columns = new ArrayList<String>();
        try (var found = database.getMetaData().getColumns(database.getCatalog(), null, table.name(), null)) {
            while (found.next()) {
                columns.add(found.getString("COLUMN_NAME"));
            }
        }
        return columns.stream()
                .sorted()
                .map(column -> "COALESCE(`%s`, 'NULL')".formatted(column))
                .collect(Collectors.joining(", "));
    }
}
