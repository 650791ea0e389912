package io.carriageway.jobs.io.jdbc;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.jobs.JobArguments;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.jdbc.JdbcConnectionOptions;

/** How the database is reached. Never prints its password. */
public record MySqlConnection(String url, String user, String password) implements Serializable {

    public static final ConfigOption<String> URL = key("mysql.url")
            .stringType()
            .noDefaultValue()
            .withDescription("JDBC URL of the database, jdbc:mysql://host:port/carriageway.");

    public static final ConfigOption<String> USER = key("mysql.user")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Database user; needs to create, reference and drop tables, create views, insert, update, delete and select.");

    public static final ConfigOption<String> PASSWORD = key("mysql.password")
            .stringType()
            .noDefaultValue()
            .withDescription("The user's password. Better given by the environment variable MYSQL_PASSWORD.");

    public static final List<ConfigOption<?>> OPTIONS = List.of(URL, USER, PASSWORD);

    public static final Map<ConfigOption<?>, String> ENVIRONMENT =
            Map.of(URL, "MYSQL_URL", USER, "MYSQL_USER", PASSWORD, "MYSQL_PASSWORD");

    /**
     * Sensible settings that a URL may override: batches as one statement, UTC, and no connection that hangs for ever.
     */
    private static final Map<String, String> DEFAULTS = Map.of(
            "rewriteBatchedStatements", "true",
            "connectionTimeZone", "UTC",
            "connectTimeout", "5000",
            "socketTimeout", "60000",
            "tcpKeepAlive", "true");

    private static final int CHECK_SECONDS = 5;

    public static MySqlConnection of(Configuration configuration) {
        return new MySqlConnection(
                JobArguments.require(configuration, URL),
                JobArguments.require(configuration, USER),
                JobArguments.require(configuration, PASSWORD));
    }

    public String urlWithDefaults() {
        var full = new StringBuilder(url);
        DEFAULTS.forEach((name, value) -> {
            if (!url.contains(name + "=")) {
                full.append(full.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(value);
            }
        });
        return full.toString();
    }

    /** A session of its own, outside of sinks. */
    Connection open() throws SQLException {
        return DriverManager.getConnection(urlWithDefaults(), user, password);
    }

    JdbcConnectionOptions connectorOptions() {
        return new JdbcConnectionOptions.JdbcConnectionOptionsBuilder()
                .withUrl(urlWithDefaults())
                .withDriverName("com.mysql.cj.jdbc.Driver")
                .withUsername(user)
                .withPassword(password)
                .withConnectionCheckTimeoutSeconds(CHECK_SECONDS)
                .build();
    }

    @Override
    public String toString() {
        return "MySqlConnection[url=%s, user=%s, password=***]".formatted(url, user);
    }
}
