package io.carriageway.sandbox.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
 * A Kafka broker with a second listener: TLS, SCRAM-SHA-512 and ACLs, as in production. Over the first one the test
 * itself may do everything.
 */
public final class SecuredKafka implements AutoCloseable {

    private static final String HOST = "localhost";
    private static final String STORE_PASSWORD = "changeit";
    private static final int ITERATIONS = 4_096;

    private final EmbeddedKafka kafka;
    private final Path certificate;
    private final String bootstrap;

    private SecuredKafka(EmbeddedKafka kafka, Path certificate, String bootstrap) {
        this.kafka = kafka;
        this.certificate = certificate;
        this.bootstrap = bootstrap;
    }

    /** Starts the broker with its data and its certificate in that folder. */
    public static SecuredKafka start(Path folder) throws Exception {
        var keys = folder.resolve("broker.p12");
        var certificate = certificate(folder, "broker", "dns:" + HOST);
        var secured = HOST + ":" + LoopbackPorts.free();
        var more = Map.ofEntries(
                Map.entry("listeners", "SASL_SSL://" + secured),
                Map.entry("advertised.listeners", "SASL_SSL://" + secured),
                Map.entry(
                        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SASL_SSL:SASL_SSL"),
                Map.entry("sasl.enabled.mechanisms", "SCRAM-SHA-512"),
                Map.entry(
                        "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required;"),
                Map.entry("ssl.keystore.location", keys.toString()),
                Map.entry("ssl.keystore.password", STORE_PASSWORD),
                Map.entry("ssl.keystore.type", "PKCS12"),
                Map.entry("authorizer.class.name", StandardAuthorizer.class.getName()),
                Map.entry("super.users", "User:ANONYMOUS"));
        var kafka = EmbeddedKafka.start(folder.resolve("data"), LoopbackPorts.free(), more);
        return new SecuredKafka(kafka, certificate, secured);
    }

    /**
     * Creates a key with a certificate that it signs itself.
     *
     * @param names subject alternative names, as keytool takes them
     * @return the certificate's file, in PEM
     */
    public static Path certificate(Path folder, String name, String names) throws Exception {
        Files.createDirectories(folder);
        var store = folder.resolve(name + ".p12").toString();
        keytool(
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-validity",
                "2",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + names,
                "-storetype",
                "PKCS12",
                "-keystore",
                store);
        var certificate = folder.resolve(name + ".pem");
        keytool("-exportcert", "-rfc", "-alias", name, "-keystore", store, "-file", certificate.toString());
        return certificate;
    }

    private static void keytool(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", STORE_PASSWORD));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException("keytool failed: " + output);
        }
    }

    /** Creates a user who may do that on the topics, and read as any group. */
    public void grant(String user, String password, List<String> topics, AclOperation... operations) throws Exception {
        try (var admin = admin()) {
            var secret = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(user, secret, password)))
                    .all()
                    .get();
            var ofTopics = topics.stream().flatMap(topic -> Stream.of(operations)
                    .map(operation -> acl(user, ResourceType.TOPIC, topic, operation)));
            var ofGroups = Stream.of(acl(user, ResourceType.GROUP, "*", AclOperation.READ));
            admin.createAcls(Stream.concat(ofTopics, ofGroups).toList()).all().get();
        }
    }

    private static AclBinding acl(String user, ResourceType type, String name, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, name, PatternType.LITERAL),
                new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
    }

    private Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrap()));
    }

    /** The broker over its first listener, which is not secured. */
    public EmbeddedKafka kafka() {
        return kafka;
    }

    /** Host and port of the secured listener. */
    public String bootstrap() {
        return bootstrap;
    }

    /** The certificate that clients must trust, in PEM. */
    public Path certificate() {
        return certificate;
    }

    @Override
    public void close() {
        kafka.close();
    }
}
