package io.carriageway.sandbox.demo;

import io.carriageway.city.City;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The database as a user of the tables sees it: the cameras go in, and what the job wrote comes out. */
final class Tables implements AutoCloseable {

    private static final String NEWEST_MINUTES =
            """
            SELECT d.camera_id, d.camera_name, d.window_start, d.frames,
                   t.bicycle_sum / t.frames, t.car_sum / t.frames, t.motorcycle_sum / t.frames,
                   t.bus_sum / t.frames, t.truck_sum / t.frames, d.vehicles_per_frame, d.occupancy_pct, d.level
            FROM camera_traffic_1m t
            JOIN (SELECT camera_id, MAX(window_start) AS newest FROM camera_traffic_1m GROUP BY camera_id) n
                ON n.camera_id = t.camera_id AND n.newest = t.window_start
            JOIN v_camera_density d ON d.camera_id = t.camera_id AND d.window_start = t.window_start
            ORDER BY d.camera_id""";
    private static final String TABLE_SUM =
            """
            SELECT COUNT(*), COALESCE(SUM(complete = 0), 0), COALESCE(SUM(frames), 0),
                   COALESCE(SUM(bicycle_sum + car_sum + motorcycle_sum + bus_sum + truck_sum), 0)
            FROM camera_traffic_1m""";
    private static final String LEDGER_SUM =
            """
            SELECT COALESCE(SUM(received), 0), COALESCE(SUM(accepted), 0), COALESCE(SUM(duplicate), 0),
                   COALESCE(SUM(late), 0), COALESCE(SUM(rejected), 0),
                   COALESCE(SUM(received <> accepted + duplicate + late + rejected), 0) = 0
            FROM event_ledger_1m WHERE topic = 'camera'""";

    private final Connection connection;

    Tables(Connection connection) {
        this.connection = connection;
    }

    /** Says which cameras there are; rows of an earlier run would be added to this one's and are refused. */
    void begin(City city) throws SQLException {
        if (hasRow()) {
            throw new IllegalStateException("the database of MYSQL_URL already has rows in camera_traffic_1m:"
                    + " empty that table and event_ledger_1m, or unset MYSQL_URL");
        }
        try (var insert = connection.prepareStatement(
                "REPLACE INTO camera (camera_id, name, latitude, longitude, road_mask) VALUES (?, ?, ?, ?, ?)")) {
            for (var camera : city.cameras()) {
                insert.setString(1, camera.id());
                insert.setString(2, camera.name());
                insert.setDouble(3, camera.latitude());
                insert.setDouble(4, camera.longitude());
                insert.setString(5, camera.roadMask());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    boolean hasRow() throws SQLException {
        return first("SELECT EXISTS (SELECT 1 FROM camera_traffic_1m)", row -> row.getBoolean(1));
    }

    TableSum tableSum() throws SQLException {
        return first(TABLE_SUM, row -> new TableSum(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    }

    LedgerSum ledgerSum() throws SQLException {
        return first(
                LEDGER_SUM,
                row -> new LedgerSum(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getBoolean(6)));
    }

    List<MinuteRow> newestMinutes() throws SQLException {
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

    private <T> T first(String sql, Reading<T> reading) throws SQLException {
        return all(sql, reading).get(0);
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
