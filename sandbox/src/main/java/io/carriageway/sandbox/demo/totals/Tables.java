package io.carriageway.sandbox.demo.totals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the tables that the jobs write. */
public final class Tables implements AutoCloseable {

    private static final String NEWEST_MINUTES =
            """
            SELECT d.camera_id, d.camera_name, d.window_start, d.frames,
                   t.bicycle_sum / t.frames, t.car_sum / t.frames, t.motorcycle_sum / t.frames,
                   t.bus_sum / t.frames, t.truck_sum / t.frames, d.vehicles_per_frame, d.area_occupancy_pct, d.level
            FROM camera_traffic_1m t
            JOIN (SELECT camera_id, MAX(window_start) AS newest FROM camera_traffic_1m GROUP BY camera_id) n
                ON n.camera_id = t.camera_id AND n.newest = t.window_start
            JOIN v_camera_crowding d ON d.camera_id = t.camera_id AND d.window_start = t.window_start
            ORDER BY d.camera_id""";
    private static final String FRAME_SUM =
            """
            SELECT COALESCE(SUM(frames), 0),
                   COALESCE(SUM(bicycle_sum + car_sum + motorcycle_sum + bus_sum + truck_sum), 0)
            FROM camera_traffic_1m""";
    private static final String LEDGER_SUMS =
            """
            SELECT topic, SUM(received), SUM(accepted), SUM(duplicate), SUM(late), SUM(rejected),
                   SUM(received <> accepted + duplicate + late + rejected) = 0
            FROM event_ledger_1m GROUP BY topic""";

    private final Connection connection;

    public Tables(Connection connection) {
        this.connection = connection;
    }

    /** Fails if the database has rows of an earlier run, which would be added to this one's. */
    public void refuseOldRows() throws SQLException {
        var filled = states().stream()
                .filter(table -> table.rows() > 0)
                .map(table -> table.table().name())
                .collect(Collectors.joining(", "));
        if (!filled.isEmpty()) {
            throw new IllegalStateException(
                    "the database of MYSQL_URL already has rows: empty its tables " + filled + ", or unset MYSQL_URL");
        }
    }

    public boolean hasRow() throws SQLException {
        return all("SELECT 1 FROM camera_traffic_1m LIMIT 1", row -> row.getLong(1))
                        .size()
                > 0;
    }

    public List<TableState> states() throws SQLException {
        var states = new ArrayList<TableState>();
        for (var table : DemoTables.ALL) {
            states.addAll(all(table.query(), row -> state(table, row)));
        }
        return states;
    }

    private static TableState state(DemoTable table, ResultSet row) throws SQLException {
        var now = row.getString(5);
        return new TableState(
                table, row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), now == null ? "" : now);
    }

    public FrameSum frameSum() throws SQLException {
        return all(FRAME_SUM, row -> new FrameSum(row.getLong(1), row.getLong(2)))
                .get(0);
    }

    /** Number of rows that the jobs' tables have refused. */
    public long refused() throws SQLException {
        return all("SELECT COUNT(*) FROM refused_row", row -> row.getLong(1)).get(0);
    }

    public Map<String, LedgerSum> ledgerSumsByTopic() throws SQLException {
        var sums = new HashMap<String, LedgerSum>();
        var unused = all(LEDGER_SUMS, row -> sums.put(row.getString(1), ledgerSum(row)));
        return sums;
    }

    private static LedgerSum ledgerSum(ResultSet row) throws SQLException {
        return new LedgerSum(
                row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6), row.getBoolean(7));
    }

    public List<MinuteRow> newestMinutes() throws SQLException {
        return all(NEWEST_MINUTES, Tables::minuteRow);
    }

    private static MinuteRow minuteRow(ResultSet row) throws SQLException {
        return new MinuteRow(
                row.getString(1),
                row.getString(2),
                row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getLong(4),
                row.getDouble(5),
                row.getDouble(6),
                row.getDouble(7),
                row.getDouble(8),
                row.getDouble(9),
                row.getDouble(10),
                row.getDouble(11),
                row.getString(12));
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> all(String sql, Reading<T> reading) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<T>();
            while (result.next()) {
                rows.add(reading.of(result));
            }
            return rows;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
