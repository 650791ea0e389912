package io.carriageway.jobs.io.jdbc;

import io.carriageway.jobs.options.JobArguments;
import io.carriageway.jobs.options.SecretReference;
import io.carriageway.text.Printable;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.jdbc.JdbcConnectionOptions;

/**
 * The connection settings of the database. URL and password contain references to secrets, which are resolved where a
 * session is opened. Never prints the password.
 *
 * @param schema another database on that server, used instead of the one that MySqlOptions.URL names; null: that one
 */
public record MySqlConnection(String url, String user, String password, String schema) implements Serializable {

    /**
     * Default parameters, which MySqlOptions.URL may override: batches as one statement, UTC, and timeouts for
     * connections.
     */
    private static final Map<String, String> DEFAULTS = Map.of(
            "rewriteBatchedStatements", "true",
            "connectionTimeZone", "UTC",
            "connectTimeout", "5000",
            "socketTimeout", "60000",
            "tcpKeepAlive", "true");

    private static final String DRIVER = "com.mysql.cj.jdbc.Driver";
    private static final int CHECK_SECONDS = 5;

    private static final Pattern SCHEMA_NAME = Pattern.compile("[A-Za-z0-9_]{1,64}");

    /** Connects to the database that MySqlOptions.URL names. */
    public MySqlConnection(String url, String user, String password) {
        this(url, user, password, null);
    }

    /**
     * Reads the options. Fails if the driver is missing, which otherwise every store of the job would find out later.
     */
    public static MySqlConnection of(Configuration configuration) {
        requireDriver();
        var named = new MySqlConnection(
                MySqlUrl.checked(JobArguments.require(configuration, MySqlOptions.URL))
                        .text(),
                JobArguments.require(configuration, MySqlOptions.USER),
                SecretReference.require(configuration, MySqlOptions.PASSWORD_FILE, MySqlOptions.PASSWORD_VARIABLE));
        var schema = JobArguments.optional(configuration, MySqlOptions.SCHEMA);
        return schema == null || schema.equals(named.database()) ? named : named.in(schema);
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
            throw new IllegalArgumentException("option --mysql.schema does not take '%s', only letters, digits and _"
                    .formatted(Printable.of(other)));
        }
        return new MySqlConnection(url, user, password, other);
    }

    /** The database that MySqlOptions.URL names. It contains the reference data, whichever database gets the rows. */
    public MySqlConnection base() {
        return new MySqlConnection(url, user, password);
    }

    /** Whether rows are written to another database than MySqlOptions.URL names. */
    public boolean isApart() {
        return schema != null;
    }

    /** The name of the database that rows are written to. */
    public String database() {
        return isApart() ? schema : new MySqlUrl(url).database();
    }

    /** The URL with default parameters, and without those that refer to secrets. */
    public String urlWithDefaults() {
        var full = new StringBuilder(
                new UrlParameters(isApart() ? new MySqlUrl(url).of(schema) : url).withoutReferences());
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

    /** The parameters of the URL that refer to secrets, with the secrets of this process. */
    public Map<String, String> secretParameters() {
        return new UrlParameters(url).secrets();
    }

    /** The password in clear, for libraries that open sessions by themselves. */
    public String clearPassword() {
        return SecretReference.resolve(password);
    }

    /** Opens a session for use outside of sinks. */
    public Connection open() throws SQLException {
        var settings = new Properties();
        settings.putAll(secretParameters());
        settings.put("user", user);
        settings.put("password", clearPassword());
        try {
            return DriverManager.getConnection(urlWithDefaults(), settings);
        } catch (SQLException | IllegalArgumentException e) {
            throw new MySqlUrl(url).withoutSecrets(e);
        }
    }

    public JdbcConnectionOptions connectorOptions() {
        var options = new JdbcConnectionOptions.JdbcConnectionOptionsBuilder()
                .withUrl(urlWithDefaults())
                .withDriverName(DRIVER)
                .withUsername(user)
                .withPassword(clearPassword())
                .withConnectionCheckTimeoutSeconds(CHECK_SECONDS);
        secretParameters().forEach(options::withProperty);
        return options.build();
    }

    @Override
    public String toString() {
        return "MySqlConnection[url=%s, user=%s, password=***, schema=%s]"
                .formatted(new MySqlUrl(url).shown(), user, schema);
    }
}
