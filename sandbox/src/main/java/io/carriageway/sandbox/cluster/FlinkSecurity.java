package io.carriageway.sandbox.cluster;

import io.carriageway.sandbox.secrets.CertificateAuthority;
import io.carriageway.sandbox.servers.SecuredServers;
import io.carriageway.sandbox.servers.Servers;
import java.util.Map;

/** Flink's own TLS, with a key of the authority that the secured servers use. */
final class FlinkSecurity {

    private FlinkSecurity() {}

    /** The settings by which the processes of Flink trust only each other; none if the servers are not secured. */
    static Map<String, String> of(Servers servers) throws Exception {
        var authority = servers.secured().map(SecuredServers::authority);
        return authority.isPresent() ? internal(authority.get()) : Map.of();
    }

    private static Map<String, String> internal(CertificateAuthority authority) throws Exception {
        var store = authority.peer("flink", "localhost").store().toString();
        return Map.of(
                "security.ssl.internal.enabled",
                "true",
                // the authority's keys are of elliptic curves, and Flink's default ciphers are for RSA
                "security.ssl.algorithms",
                "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
                "security.ssl.internal.keystore",
                store,
                "security.ssl.internal.truststore",
                authority.trustStore().toString(),
                "security.ssl.internal.keystore-password",
                authority.password(),
                "security.ssl.internal.key-password",
                authority.password(),
                "security.ssl.internal.truststore-password",
                authority.password());
    }
}
