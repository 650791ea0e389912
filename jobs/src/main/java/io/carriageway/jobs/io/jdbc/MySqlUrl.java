package io.carriageway.jobs.io.jdbc;

import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.util.ExceptionUtils;

/**
 * The URL of a database. A user before the host, a host's keys and parameters may contain a password, so none of them
 * is printed.
 */
record MySqlUrl(String text) {

    /** The accepted protocols. Others have no driver, and the error for that prints the URL. */
    private static final String PROTOCOL = "jdbc:mysql:(?:loadbalance:|replication:)?";

    /** Server, database and parameters. */
    private static final Pattern PARTS = Pattern.compile("(" + PROTOCOL + "//[^/?]+/)([^?]+)(.*)");

    /**
     * The accepted form. The name of a database cannot contain parameters or a user, because servers print names of
     * databases.
     */
    private static final Pattern FORM = Pattern.compile(PROTOCOL + "//[^/?]+/[^?/\\\\;&=@:#(),\\s]*([?].*)?");

    /** A user before the host. */
    private static final Pattern USER_IN_HOST = Pattern.compile("//[^/?]*@");

    private static final String HIDDEN = "***";

    private static final String HOST = "(?:[\\w.-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?";

    /** The parts of a URL that cannot contain a password, and the parameters, which can. */
    private static final Pattern SHOWN =
            Pattern.compile("(" + PROTOCOL + "//" + HOST + "(?:," + HOST + ")*/[\\w-]*)([?].*)?");

    /** SQL states of the driver for a URL without a driver and for an illegal argument. */
    private static final Set<String> NOT_UNDERSTOOD = Set.of("08001", "S1009");

    /** The URL, if it has the accepted form. The error does not repeat it, because a parameter may be a password. */
    static MySqlUrl checked(String url) {
        if (!FORM.matcher(url).matches()) {
            throw new IllegalArgumentException(
                    "option --mysql.url is not like jdbc:mysql://host:3306/carriageway, with a host and a database; jdbc:mysql:loadbalance: and jdbc:mysql:replication: are accepted too");
        }
        if (USER_IN_HOST.matcher(url).find() || new UrlParameters(url).hasClearSecret()) {
            throw new IllegalArgumentException(
                    "option --mysql.url contains a user or a secret; give --mysql.user and --mysql.password-file, and write a reference in place of another secret: ${env:NAME} or ${file:/path/of.properties:key}");
        }
        return new MySqlUrl(url);
    }

    /** The name of the database. */
    String database() {
        return parts().group(2);
    }

    /** The URL of another database of the server. */
    String of(String database) {
        var parts = parts();
        return parts.group(1) + database + parts.group(3);
    }

    private Matcher parts() {
        var parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "option --mysql.url must name a database for --mysql.schema, as jdbc:mysql://host:port/carriageway");
        }
        return parts;
    }

    /** The URL without any part that may be a password. */
    String shown() {
        var parts = SHOWN.matcher(text);
        if (!parts.matches()) {
            return HIDDEN;
        }
        return parts.group(2) == null ? text : parts.group(1) + "?***";
    }

    @Override
    public String toString() {
        return shown();
    }

    /** A connection error unchanged, or a replacement for it if it may quote the URL. */
    SQLException withoutSecrets(Exception e) {
        if (e instanceof SQLException said && !mayQuote(said)) {
            return said;
        }
        // without the cause too, whose text a stack trace would show
        return new SQLException(
                "cannot connect by option --mysql.url, %s (%s); the error is not shown, because it may quote a password; check host and parameters"
                        .formatted(shown(), e.getClass().getSimpleName()),
                e instanceof SQLException said ? said.getSQLState() : null,
                e instanceof SQLException said ? said.getErrorCode() : 0);
    }

    /**
     * Whether the error may quote a secret. If the URL hides only its parameters, only errors about them or about the
     * whole URL may.
     */
    private boolean mayQuote(SQLException e) {
        return shown().equals(HIDDEN)
                || NOT_UNDERSTOOD.contains(String.valueOf(e.getSQLState()))
                || ExceptionUtils.findThrowable(
                                e, each -> String.valueOf(each.getMessage()).contains("jdbc:"))
                        .isPresent();
    }
}
