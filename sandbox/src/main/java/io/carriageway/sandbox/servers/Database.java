package io.carriageway.sandbox.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A MySQL or MariaDB server with a user that may create databases. Its default database is {@code carriageway}. */
public interface Database extends AutoCloseable {
    String NAME = "carriageway";

    /** The address of one database on the server. Connections use UTC and send batches as one statement. */
    String jdbcUrl(String database);

    String user();

    String password();

    /** Stops the server; {@link #start} starts it again with its data on the same port. */
    void stop();

    void start() throws Exception;

    default String jdbcUrl() {
        return jdbcUrl(NAME);
    }

    default Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), user(), password());
    }

    /** Creates a database for a test, and returns its address. */
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
