package io.carriageway.sandbox.servers;

import io.carriageway.sandbox.secrets.CertificateAuthority;
import io.carriageway.sandbox.secrets.CertificateAuthority.Identity;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * A database whose users must come over TLS with a certificate of the authority, as in production. The sandbox's own
 * user may also come without.
 */
public final class SecuredDatabase implements AutoCloseable {

    private static final String HOST = "localhost";

    private final EmbeddedDatabase database;
    private final CertificateAuthority authority;
    private final int port;

    private SecuredDatabase(EmbeddedDatabase database, CertificateAuthority authority, int port) {
        this.database = database;
        this.authority = authority;
        this.port = port;
    }

    static SecuredDatabase start(MariaDbInstallation mariaDb, Path folder, int port, CertificateAuthority authority)
            throws Exception {
        var identity = authority.server("database", HOST);
        var tls = List.of(
                "--ssl-ca=" + authority.certificate(),
                "--ssl-cert=" + identity.certificate(),
                "--ssl-key=" + identity.key());
        return new SecuredDatabase(EmbeddedDatabase.start(mariaDb, folder, port, tls), authority, port);
    }

    /** Creates a user who may read and change rows of one database. Its tables must be there already. */
    public void createUser(String user, String password, String name) throws SQLException {
        var account = "'%s'@'%s'".formatted(user, LoopbackPorts.HOST);
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE OR REPLACE USER %s IDENTIFIED BY '%s' REQUIRE X509".formatted(account, password));
            statement.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON `%s`.* TO %s".formatted(name, account));
        }
    }

    /**
     * The address of one database for a client with that key. The server's certificate is for this name of the host
     * only.
     *
     * @param password that of the key stores, or a reference to it
     */
    public String jdbcUrl(String name, Identity client, String password) {
        return jdbcUrl(name, password) + store("client", client.store(), password);
    }

    /** The same for a client without a key, which the server refuses. */
    public String jdbcUrl(String name, String password) {
        return JdbcUrl.of(HOST + ":" + port, name) + "&sslMode=VERIFY_IDENTITY"
                + store("trust", authority.trustStore(), password);
    }

    private static String store(String kind, Path file, String password) {
        return "&%1$sCertificateKeyStoreUrl=%2$s&%1$sCertificateKeyStoreType=PKCS12&%1$sCertificateKeyStorePassword=%3$s"
                .formatted(kind, file.toUri(), password);
    }

    /** The server, and the sandbox's own user. */
    public EmbeddedDatabase database() {
        return database;
    }

    @Override
    public void close() {
        database.close();
    }
}
