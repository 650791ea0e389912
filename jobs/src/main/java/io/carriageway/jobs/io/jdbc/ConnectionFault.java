package io.carriageway.jobs.io.jdbc;

import io.carriageway.text.Printable;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Says what to do about a database that refuses a connection, by the kind of the fault. */
public final class ConnectionFault {

    private static final int NO_RIGHT_ON_DATABASE = 1044;
    private static final int NO_DATABASE = 1049;
    private static final int INSECURE = 3159;

    /** The server's numbers of a refused login: wrong password, unknown user, other way to log in. */
    private static final List<Integer> REFUSED = List.of(1045, 1698, 3118, 1820);

    private ConnectionFault() {}

    /** The fault with what to do first, in one line and without causes. */
    public static SQLException explained(SQLException fault) {
        var causes = Stream.iterate((Throwable) fault, Objects::nonNull, Throwable::getCause)
                .toList();
        var root = causes.get(causes.size() - 1);
        var said = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return new SQLException(
                Printable.of("%s (%s)".formatted(advice(fault, causes), said)),
                fault.getSQLState(),
                fault.getErrorCode());
    }

    private static String advice(SQLException fault, List<Throwable> causes) {
        int code = fault.getErrorCode();
        if (REFUSED.contains(code)) {
            return "the database refuses the login; check mysql.user, and mysql.password-file or MYSQL_PASSWORD";
        }
        if (code == NO_RIGHT_ON_DATABASE) {
            return "the user has no right on that database; grant it as sql/mysql/job-user.sql does, or correct mysql.url";
        }
        if (code == NO_DATABASE) {
            return "there is no such database on the server; create it with sql/mysql/job-user.sql, or correct mysql.url";
        }
        if (code == INSECURE) {
            return "the server asks for TLS; add sslMode=VERIFY_IDENTITY to mysql.url (docs/security.md)";
        }
        return ofConnection(causes);
    }

    private static String ofConnection(List<Throwable> causes) {
        if (any(causes, GeneralSecurityException.class)) {
            return causes.stream().anyMatch(ConnectionFault::isOtherName)
                    ? "the database's certificate has another host name; write the certificate's name in mysql.url"
                    : "the database's certificate is not trusted; check trustCertificateKeyStoreUrl in mysql.url";
        }
        if (any(causes, UnknownHostException.class)) {
            return "the host of mysql.url has no address; check its name";
        }
        if (any(causes, ConnectException.class) || any(causes, SocketTimeoutException.class)) {
            return "no database answers at the address of mysql.url; check host and port, whether it is up, and firewalls";
        }
        return "cannot connect to the database; check mysql.url";
    }

    private static boolean any(List<Throwable> causes, Class<? extends Throwable> kind) {
        return causes.stream().anyMatch(kind::isInstance);
    }

    private static boolean isOtherName(Throwable cause) {
        return String.valueOf(cause.getMessage()).contains("identity verification failed");
    }
}
