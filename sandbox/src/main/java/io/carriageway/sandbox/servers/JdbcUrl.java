package io.carriageway.sandbox.servers;

/**
 * Builds the JDBC URL of a MySQL server: times are in UTC regardless of the machine's zone, and batches are multi-row
 * statements.
 */
final class JdbcUrl {
    private static final String PARAMETERS =
            "connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&rewriteBatchedStatements=true";

    private JdbcUrl() {}

    static String of(String hostAndPort, String database) {
        return "jdbc:mysql://" + hostAndPort + "/" + database + "?" + PARAMETERS;
    }
}
