package io.carriageway.sandbox.servers;

/**
 * How a MySQL server is addressed: times in UTC whatever the machine's zone is, and batches as multi-row statements.
 */
final class JdbcUrl {
    private static final String PARAMETERS =
            "connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&rewriteBatchedStatements=true";

    private JdbcUrl() {}

    static String of(String hostAndPort, String database) {
        return "jdbc:mysql://" + hostAndPort + "/" + database + "?" + PARAMETERS;
    }
}
