package io.carriageway.sandbox.servers;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;

/**
 * An external server, named by MYSQL_URL as {@code jdbc:mysql://host:port/?user=...&password=...}. The user and
 * password are taken out of the address, so that the address can be shown.
 */
public record ExternalDatabase(String hostAndPort, String user, String password) implements Database {
    private static final String PREFIX = "jdbc:mysql://";

    static ExternalDatabase of(String mysqlUrl) {
        if (!mysqlUrl.startsWith(PREFIX)) {
            throw new IllegalArgumentException("MYSQL_URL must be " + PREFIX + "host:port/?user=...&password=...");
        }
        var address = URI.create(mysqlUrl.substring("jdbc:".length()));
        return new ExternalDatabase(
                address.getRawAuthority(), parameter(address, "user"), parameter(address, "password"));
    }

    private static String parameter(URI address, String name) {
        var query = address.getRawQuery() == null ? "" : address.getRawQuery();
        return Stream.of(query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("MYSQL_URL lacks the parameter " + name));
    }

    /** Checks that the server is reachable, and creates the database if it is missing. */
    ExternalDatabase connected() {
        try (var connection = DriverManager.getConnection(jdbcUrl(""), user, password);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS " + NAME + " CHARACTER SET utf8mb4");
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The database of MYSQL_URL, " + hostAndPort + ", does not accept a connection: " + e.getMessage(),
                    e);
        }
    }

    @Override
    public String jdbcUrl(String database) {
        return JdbcUrl.of(hostAndPort, database) + "&allowPublicKeyRetrieval=true";
    }

    @Override
    public void stop() {
        throw new UnsupportedOperationException("The sandbox cannot stop the database of MYSQL_URL");
    }

    @Override
    public void start() {
        throw new UnsupportedOperationException("The sandbox cannot start the database of MYSQL_URL");
    }

    @Override
    public void close() {
        // the sandbox does not own it
    }

    @Override
    public String toString() {
        return "ExternalDatabase[" + hostAndPort + "]";
    }
}
