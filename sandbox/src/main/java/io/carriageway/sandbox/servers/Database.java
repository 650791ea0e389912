package io.carriageway.sandbox.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A MySQL or MariaDB server with a user that may create databases; its own is {@code carriageway}. */
public interface Database extends AutoCloseable {
    String NAME = "carriageway";

    /** The address of one database on the server; connections speak UTC and send batches as one statement. */
    String jdbcUrl(String database);

    String user();

    String password();

    /** Takes the server down; {@link #start} brings it back with its data on the same port. */
    void stop();

    void start() throws Exception;

    default String jdbcUrl() {
        return jdbcUrl(NAME);
    }

    default Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), user(), password());
    }

    /** Creates a database, for a test that wants one of its own, and gives its address. */
    default String create(String database) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS `" + database + "` CHARACTER SET utf8mb4");
        }
        return jdbcUrl(database);
    }

    @Override
    void close();
}
