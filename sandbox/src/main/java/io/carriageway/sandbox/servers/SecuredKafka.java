package io.carriageway.sandbox.servers;

import io.carriageway.sandbox.secrets.CertificateAuthority;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;

/**
 * A Kafka broker with a second listener: TLS, SCRAM-SHA-512 and ACLs, as in production. Over the first one the sandbox
 * itself may do everything.
 */
public final class SecuredKafka implements AutoCloseable {

    private static final String HOST = "localhost";
    private static final String MECHANISM = "SCRAM-SHA-512";
    private static final String LOGIN_MODULE = "org.apache.kafka.common.security.scram.ScramLoginModule";
    private static final int ITERATIONS = 4_096;

    private final EmbeddedKafka kafka;
    private final CertificateAuthority authority;
    private final String bootstrap;

    private SecuredKafka(EmbeddedKafka kafka, CertificateAuthority authority, String bootstrap) {
        this.kafka = kafka;
        this.authority = authority;
        this.bootstrap = bootstrap;
    }

    /** Starts the broker with its secured listener on that port. */
    static SecuredKafka start(Path folder, int port, CertificateAuthority authority) throws Exception {
        var secured = HOST + ":" + port;
        var identity = authority.server("broker", HOST);
        var more = Map.ofEntries(
                Map.entry("listeners", "SASL_SSL://" + secured),
                Map.entry("advertised.listeners", "SASL_SSL://" + secured),
                Map.entry(
                        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SASL_SSL:SASL_SSL"),
                Map.entry("sasl.enabled.mechanisms", MECHANISM),
                Map.entry("listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config", LOGIN_MODULE + " required;"),
                Map.entry("ssl.keystore.location", identity.store().toString()),
                Map.entry("ssl.keystore.password", authority.password()),
                Map.entry("ssl.keystore.type", "PKCS12"),
                Map.entry("authorizer.class.name", StandardAuthorizer.class.getName()),
                Map.entry("super.users", "User:ANONYMOUS"));
        return new SecuredKafka(EmbeddedKafka.start(folder, LoopbackPorts.free(), more), authority, secured);
    }

    /** Creates a user who has no right yet. */
    public void createUser(String user, String password) throws Exception {
        var secret = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
        try (var admin = admin()) {
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(user, secret, password)))
                    .all()
                    .get();
        }
    }

    /** Grants a user those operations on a topic, or on a group, of that name. */
    public void grant(String user, ResourceType type, String name, AclOperation... operations) throws Exception {
        var resource = new ResourcePattern(type, name, PatternType.LITERAL);
        var acls = Stream.of(operations)
                .map(operation -> new AclBinding(
                        resource, new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW)))
                .toList();
        try (var admin = admin()) {
            admin.createAcls(acls).all().get();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrap()));
    }

    /**
     * The properties of a client that logs in as that user.
     *
     * @param password a reference, such as {@code ${file:/path:key}}
     */
    public Map<String, String> client(String user, String password) {
        return Map.of(
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                MECHANISM,
                "sasl.jaas.config",
                "%s required username=\"%s\" password=\"%s\";".formatted(LOGIN_MODULE, user, password),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                authority.certificate().toString());
    }

    /** The broker over its first listener, which is not secured. */
    public EmbeddedKafka kafka() {
        return kafka;
    }

    /** Host and port of the secured listener. The certificate is for this name of the host only. */
    public String bootstrap() {
        return bootstrap;
    }

    @Override
    public void close() {
        kafka.close();
    }
}
