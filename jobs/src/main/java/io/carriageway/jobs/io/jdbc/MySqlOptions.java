package io.carriageway.jobs.io.jdbc;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;

/** The options of the database that a job writes to. */
public final class MySqlOptions {

    public static final ConfigOption<String> URL = key("mysql.url")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "JDBC URL of the database, jdbc:mysql://host:port/carriageway. Its tables are created and upgraded when a job starts.");

    public static final ConfigOption<String> USER = key("mysql.user")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Database user. It needs the rights to create, reference and drop tables, to create views, and to insert, update, delete and select.");

    public static final ConfigOption<String> PASSWORD_FILE = key("mysql.password-file")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "File whose only line is the password of the database user (docs/security.md#secrets). Every process of the job reads it. Default: the password is in environment variable MYSQL_PASSWORD, of every process.");

    static final String PASSWORD_VARIABLE = "MYSQL_PASSWORD";

    public static final ConfigOption<String> SCHEMA = key("mysql.schema")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Database on the same server that takes the rows, instead of the one that mysql.url names, for a what-if (docs/replay.md#what-if). It is created if it is missing. Reference data comes from the database that mysql.url names. Default: none.");

    public static final List<ConfigOption<?>> ALL = List.of(URL, USER, PASSWORD_FILE, SCHEMA);

    /** The environment variables that may give an option. */
    public static final Map<ConfigOption<?>, String> ENVIRONMENT = Map.of(URL, "MYSQL_URL", USER, "MYSQL_USER");

    private MySqlOptions() {}
}
