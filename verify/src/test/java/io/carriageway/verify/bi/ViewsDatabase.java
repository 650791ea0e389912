package io.carriageway.verify.bi;

import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.jobs.io.jdbc.reference.DatabaseSchema;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.verify.oracle.TextRows;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** A database with all tables and views, and no rows but those of a new one. */
final class ViewsDatabase implements AutoCloseable {

    private static final List<String> TABLES = List.of(
            "camera_traffic_1m",
            "camera",
            "weather_10m",
            "station",
            "segment_speed_1m",
            "segment",
            "accident",
            "zone",
            "event_ledger_1m");

    private final MySqlConnection connection;
    private final Connection session;

    ViewsDatabase(Sandbox sandbox, String name) throws Exception {
        connection = new MySqlConnection(sandbox.database().create(name), sandbox.jdbcUser(), sandbox.jdbcPassword());
        migrate();
        session = connect(connection.user(), connection.password());
        for (var table : TABLES) {
            execute("DELETE FROM " + table);
        }
    }

    /** As a job does at its start. */
    void migrate() throws SQLException {
        DatabaseSchema.migrate(connection);
    }

    Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(connection.urlWithDefaults(), user, password);
    }

    void execute(String sql) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    List<String> query(String sql) throws SQLException {
        return TextRows.joined(session, sql);
    }

    List<String> views() throws SQLException {
        return names("VIEW").stream().filter(name -> name.startsWith("v_")).toList();
    }

    List<String> tables() throws SQLException {
        return names("BASE TABLE");
    }

    private List<String> names(String type) throws SQLException {
        return query("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                + " AND table_type = '" + type + "' ORDER BY table_name");
    }

    @Override
    public void close() throws SQLException {
        session.close();
    }
}
