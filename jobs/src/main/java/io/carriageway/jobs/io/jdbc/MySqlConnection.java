package io.carriageway.jobs.io.jdbc;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.jobs.JobArguments;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.jdbc.JdbcConnectionOptions;

/**
 * How the database is reached. Never prints its password.
 *
 * @param schema another database of that server, which takes the place of the one that the URL names; null: that one
 */
public record MySqlConnection(String url, String user, String password, String schema) implements Serializable {

    public static final ConfigOption<String> URL = key("mysql.url")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "JDBC URL of the database, jdbc:mysql://host:port/carriageway. Its tables are created and upgraded when a job starts.");

    public static final ConfigOption<String> USER = key("mysql.user")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Database user; needs to create, reference and drop tables, create views, insert, update, delete and select.");

    public static final ConfigOption<String> PASSWORD =
            key("mysql.password").stringType().noDefaultValue().withDescription("The user's password.");

    public static final ConfigOption<String> SCHEMA = key("mysql.schema")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Another database of the same server, which takes the rows in place of the one that mysql.url names, for a what-if (docs/replay.md#what-if). It is created if it is missing. Reference data comes from the one that mysql.url names. Default: none.");

    public static final List<ConfigOption<?>> OPTIONS = List.of(URL, USER, PASSWORD, SCHEMA);

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

    private static final String DRIVER = "com.mysql.cj.jdbc.Driver";
    private static final int CHECK_SECONDS = 5;

    /** Server, database and parameters. */
    private static final Pattern PARTS = Pattern.compile("(jdbc:mysql:[^?]*//[^/?]+/)([^?]+)(.*)");

    private static final Pattern FORM = Pattern.compile("jdbc:mysql:([^/?]*:)?//[^/?]+/[^?]*([?].*)?");

    /** What of a URL may hold a password: a user before the host, and parameters. */
    private static final Pattern SECRETS = Pattern.compile("(?<=//)[^/]*@|[?].*");

    private static final Pattern SCHEMA_NAME = Pattern.compile("[A-Za-z0-9_]{1,64}");

    /** To the database that the URL names. */
    public MySqlConnection(String url, String user, String password) {
        this(url, user, password, null);
    }

    /** From options; fails where the driver is missing, which every store of the job would find out later. */
    public static MySqlConnection of(Configuration configuration) {
        requireDriver();
        var named = new MySqlConnection(
                checked(JobArguments.require(configuration, URL)),
                JobArguments.require(configuration, USER),
                JobArguments.require(configuration, PASSWORD));
        var schema = JobArguments.optional(configuration, SCHEMA);
        return schema == null || schema.equals(named.database()) ? named : named.in(schema);
    }

    /** The URL, if it has the form of one. The error does not repeat it: a parameter may be a password. */
    private static String checked(String url) {
        if (!FORM.matcher(url).matches()) {
            throw new IllegalArgumentException(
                    "option --mysql.url is not like jdbc:mysql://host:3306/carriageway, with a host and a database");
        }
        return url;
    }

    private static void requireDriver() {
        try {
            Class.forName(DRIVER, false, MySqlConnection.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "the MySQL driver is not on the class path; put mysql-connector-j into Flink's lib/", e);
        }
    }

    private MySqlConnection in(String other) {
        if (!SCHEMA_NAME.matcher(other).matches()) {
            throw new IllegalArgumentException(
                    "option --mysql.schema does not take '%s', but letters, digits and _".formatted(other));
        }
        return new MySqlConnection(url, user, password, other);
    }

    /** The database that the URL names, which has the reference data whatever database the rows go to. */
    public MySqlConnection base() {
        return new MySqlConnection(url, user, password);
    }

    /** Whether rows go to another database than the URL names. */
    public boolean isApart() {
        return schema != null;
    }

    /** The name of the database that rows go to. */
    String database() {
        return isApart() ? schema : parts().group(2);
    }

    private Matcher parts() {
        var parts = PARTS.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "option --mysql.url must name a database for --mysql.schema, as jdbc:mysql://host:port/carriageway");
        }
        return parts;
    }

    private String urlOfDatabase() {
        if (!isApart()) {
            return url;
        }
        var parts = parts();
        return parts.group(1) + schema + parts.group(3);
    }

    public String urlWithDefaults() {
        var full = new StringBuilder(urlOfDatabase());
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
                .withDriverName(DRIVER)
                .withUsername(user)
                .withPassword(password)
                .withConnectionCheckTimeoutSeconds(CHECK_SECONDS)
                .build();
    }

    @Override
    public String toString() {
        return "MySqlConnection[url=%s, user=%s, password=***, schema=%s]"
                .formatted(SECRETS.matcher(url).replaceAll("***"), user, schema);
    }
}
