package io.carriageway.jobs.io.kafka.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.carriageway.event.WeatherObservation;
import io.carriageway.schemas.RegisteredSchema.Avro;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.apache.avro.Schema;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry over TLS that asks for a client certificate and a token. */
class SecuredRegistryTest {

    private static final Schema WEATHER = WeatherObservation.getClassSchema();
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final String TOKEN = "t0ken-s3cret";

    @TempDir
    private static Path folder;

    private static TestCertificate ofServer;
    private static TestCertificate ofClient;
    private static HttpsServer server;
    private static HttpsServer elsewhere;

    @BeforeAll
    static void start() throws Exception {
        ofServer = TestCertificate.create(folder, "registry", "dns:localhost,ip:127.0.0.1");
        ofClient = TestCertificate.create(folder, "client", "dns:client");
        server = start(ofServer.server(ofClient));
        elsewhere = start(TestCertificate.create(folder, "elsewhere", "dns:elsewhere.example")
                .server(ofClient));
    }

    private static HttpsServer start(SSLContext tls) throws IOException {
        var server = HttpsServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                var settings = getSSLContext().getDefaultSSLParameters();
                settings.setNeedClientAuth(true);
                parameters.setSSLParameters(settings);
            }
        });
        server.createContext("/", SecuredRegistryTest::reply);
        server.start();
        return server;
    }

    private static void reply(HttpExchange exchange) throws IOException {
        boolean known = ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        var answer = known
                ? JsonNodeFactory.instance.objectNode().put("schema", WEATHER.toString())
                : JsonNodeFactory.instance.objectNode().put("error_code", 40101);
        var body = answer.toString().getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(known ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @AfterAll
    static void stop() {
        server.stop(0);
        elsewhere.stop(0);
    }

    @Test
    void aCertificateInPkcs12AndATokenGiveAccess() throws Exception {
        var registry = registry(Map.of());
        registry.requireAccess();
        assertThat(registry.byId(17)).isEqualTo(new Avro(WEATHER));
    }

    @Test
    void aCertificateInPemGivesAccess() throws Exception {
        registry(Map.of(RegistryOptions.KEYSTORE.key(), ofClient.pem().toString()))
                .requireAccess();
    }

    @Test
    void aTokenThatIsRenewedIsUsedAtOnce() throws Exception {
        var token = Files.writeString(folder.resolve("renewed"), "expired\n");
        var registry = registry(Map.of(RegistryOptions.TOKEN_FILE.key(), token.toString()));
        assertRefused(registry, "HTTP status 401: the registry does not accept the user and password, or the token");
        Files.writeString(token, TOKEN);
        registry.requireAccess();
    }

    @Test
    void anAuthorityThatIsNotTrustedIsNamedByItsOption() throws Exception {
        assertRefused(
                registry(Map.of(
                        RegistryOptions.TRUSTSTORE.key(), ofClient.certificate().toString())),
                "no trusted authority has signed the registry's certificate; name a file with its authority's certificate as --schema.registry.truststore");
    }

    @Test
    void theCertificateOfAnotherHostIsRefused() throws Exception {
        assertRefused(
                registry(Map.of(
                        RegistryOptions.URL.key(), url(elsewhere),
                        RegistryOptions.TRUSTSTORE.key(),
                                folder.resolve("elsewhere.crt").toString())),
                "the registry's certificate is not of the host in --schema.registry.url: No subject alternative DNS name matching localhost found.");
    }

    @Test
    void aRegistryThatClosesTheConnectionMayAskForACertificate() {
        var tls = new RegistryTls(ofServer.certificate().toString(), null, null, null);
        var registry = new RegistryHttp(url(server), RegistryLogin.token(TOKEN), tls, Duration.ofMinutes(1));
        assertThatIOException()
                .isThrownBy(() -> registry.get("/schemas/ids/17"))
                .withMessageContaining("if it asks for a client certificate, name a file with one that it trusts");
    }

    @Test
    void aCertificateThatTheRegistryDoesNotTrustIsRefused() throws Exception {
        try (var strict = (SSLServerSocket)
                ofServer.server(ofClient).getServerSocketFactory().createServerSocket(0, 0, LOOPBACK)) {
            strict.setNeedClientAuth(true);
            // before TLS 1.3 a client learns of it in the handshake
            strict.setEnabledProtocols(new String[] {"TLSv1.2"});
            var refusing = CompletableFuture.runAsync(() -> refuse(strict));
            assertRefused(
                    registry(Map.of(
                            RegistryOptions.URL.key(),
                            "https://localhost:" + strict.getLocalPort(),
                            RegistryOptions.KEYSTORE.key(),
                            ofServer.pkcs12().toString())),
                    "the registry refuses the connection (");
            refusing.join();
        }
    }

    private static void refuse(SSLServerSocket socket) {
        try (var client = (SSLSocket) socket.accept()) {
            client.startHandshake();
        } catch (IOException expected) {
            // the client's certificate is not trusted
        }
    }

    @Test
    void aFileThatCannotBeUsedIsAnErrorAtOnce() throws IOException {
        assertRejected(
                Map.of(
                        RegistryOptions.KEYSTORE_PASSWORD_FILE.key(),
                        Files.writeString(folder.resolve("wrong"), "wr0ng-s3cret")
                                .toString()),
                "client.p12 of type PKCS12: keystore password was incorrect");
        assertRejected(
                Map.of(RegistryOptions.TRUSTSTORE.key(), "/no/such.pem"),
                "option --schema.registry.truststore names /no/such.pem, which this machine cannot read: NoSuchFileException");
        assertRejected(
                Map.of(RegistryOptions.URL.key(), "http://localhost:8081"),
                "option --schema.registry.url must begin with https:// if --schema.registry.truststore or --schema.registry.keystore is given");
        assertRejected(
                Map.of(RegistryOptions.USER.key(), "reader"),
                "give --schema.registry.user, or --schema.registry.token-file or SCHEMA_REGISTRY_TOKEN, not both");
    }

    @Test
    void aTokenOfSeveralLinesIsRefusedAndNotShown() throws IOException {
        var token = Files.writeString(folder.resolve("lines"), "s3cret\nX-Forged: 1");
        var registry = registry(Map.of(RegistryOptions.TOKEN_FILE.key(), token.toString()));
        assertThatIllegalArgumentException()
                .isThrownBy(registry::requireAccess)
                .withMessageContaining("lines")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
    }

    @Test
    void noSecretIsInTheJobGraph() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(registry(Map.of()));
        }
        assertThat(bytes.toString(StandardCharsets.ISO_8859_1))
                .contains("token")
                .doesNotContain(TOKEN, TestCertificate.PASSWORD);
    }

    private static void assertRefused(SchemaRegistry registry, String why) {
        assertThatIllegalStateException()
                .isThrownBy(registry::requireAccess)
                .withMessageStartingWith("cannot read from schema registry " + "https://localhost:")
                .withMessageContaining(why)
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1).doesNotContain("s3cret"));
    }

    private static void assertRejected(Map<String, String> changed, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> registry(changed))
                .withMessageContaining(why)
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1).doesNotContain("s3cret"));
    }

    private static SchemaRegistry registry(Map<String, String> changed) throws IOException {
        var options = new HashMap<>(options());
        options.putAll(changed);
        return SchemaRegistry.of(Configuration.fromMap(options));
    }

    private static Map<String, String> options() throws IOException {
        return Map.of(
                RegistryOptions.URL.key(),
                url(server),
                RegistryOptions.TOKEN_FILE.key(),
                Files.writeString(folder.resolve("token"), TOKEN).toString(),
                RegistryOptions.TRUSTSTORE.key(),
                ofServer.certificate().toString(),
                RegistryOptions.KEYSTORE.key(),
                ofClient.pkcs12().toString(),
                RegistryOptions.KEYSTORE_PASSWORD_FILE.key(),
                Files.writeString(folder.resolve("password"), TestCertificate.PASSWORD + "\n")
                        .toString());
    }

    private static String url(HttpsServer server) {
        return "https://localhost:" + server.getAddress().getPort();
    }
}
