package io.carriageway.jobs.io.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ConnectionFaultTest {

    @Test
    void eachKindOfFaultHasItsOwnAdvice() {
        says(new SQLException("Access denied", "28000", 1045), "the database refuses the login", "(Access denied)");
        says(new SQLException("denied", "42000", 1044), "the user has no right on that database");
        says(new SQLException("Unknown database", "42000", 1049), "there is no such database");
        says(new SQLException("insecure", "HY000", 3159), "the server asks for TLS");
        says(failed(new ConnectException("Connection refused")), "no database answers", "(Connection refused)");
        says(failed(new UnknownHostException("none")), "has no address");
        says(failed(new CertPathValidatorException("no trust anchors")), "certificate is not trusted");
        says(
                failed(new CertificateException("Server identity verification failed. None matched")),
                "certificate has another host name");
    }

    private static SQLException failed(Exception cause) {
        return new SQLException("Communications link failure\n\nThe last packet", "08S01", cause);
    }

    private static void says(SQLException fault, String... parts) {
        var explained = ConnectionFault.explained(fault);
        assertThat(explained.getCause()).isNull();
        assertThat(explained.getMessage()).contains(parts).doesNotContain("\n");
        assertThat(explained.getErrorCode()).isEqualTo(fault.getErrorCode());
    }
}
