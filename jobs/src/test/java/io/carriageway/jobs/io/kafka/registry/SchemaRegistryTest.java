package io.carriageway.jobs.io.kafka.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.carriageway.event.WeatherObservation;
import io.carriageway.jobs.io.kafka.registry.SchemaRegistry.Patience;
import io.carriageway.schemas.RegisteredSchema.Avro;
import io.carriageway.schemas.RegisteredSchema.Json;
import io.carriageway.schemas.RegisteredSchema.Unknown;
import io.carriageway.schemas.RegisteredSchema.Unusable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaRegistryTest {

    private static final Schema WEATHER = WeatherObservation.getClassSchema();
    private static final Patience PATIENT = new Patience(Duration.ofMinutes(1), Duration.ofMillis(1));
    private static final Patience IMPATIENT = new Patience(Duration.ofMillis(300), Duration.ofMillis(1));

    private static final Unusable TOO_LARGE =
            new Unusable("is larger than 1048576 bytes, with the schemas that it refers to");

    private interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    /** Answers in their order; the last one is repeated. */
    private final Deque<Answer> answers = new ArrayDeque<>();

    private final List<String> questions = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private SchemaRegistry registry;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Answer answer;
            synchronized (answers) {
                questions.add(exchange.getRequestURI() + " "
                        + exchange.getRequestHeaders().getFirst("Authorization"));
                answer = answers.size() > 1 ? answers.poll() : answers.peek();
            }
            answer.give(exchange);
        });
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        registry = new SchemaRegistry(url() + "/", RegistryLogin.NONE, RegistryTls.OF_JAVA, PATIENT);
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void aSchemaIsAskedForByItsNumber() throws InterruptedException {
        answers.add(json(200, schemaJson()));

        assertThat(registry.byId(17)).isEqualTo(new Avro(WEATHER));
        assertThat(questions).containsExactly("/schemas/ids/17 null");
    }

    @Test
    void theRegistrysOwnAnswerThatItHasNoneIsFinal() throws InterruptedException {
        answers.add(json(404, "{\"error_code\": 40403, \"message\": \"Schema 17 not found\"}"));

        assertThat(registry.byId(17)).isEqualTo(new Unknown());
        assertThat(questions).hasSize(1);
    }

    @Test
    void whateverIsNoAnswerIsAskedAgain() throws InterruptedException {
        answers.add(json(503, "{}"));
        answers.add(json(404, "<html>no such page</html>"));
        answers.add(json(404, "{\"error_code\": 404}"));
        answers.add(json(401, "{\"error_code\": 401}"));
        answers.add(json(403, "{\"error_code\": 40301}"));
        answers.add(json(500, "{\"error_code\": 50001}"));
        answers.add(json(200, "{}"));
        answers.add(HttpExchange::close);
        answers.add(json(200, schemaJson()));

        assertThat(registry.byId(17)).isEqualTo(new Avro(WEATHER));
        assertThat(questions).hasSize(9);
    }

    @Test
    void aRegistryThatHangsIsAskedAgain() throws InterruptedException {
        answers.add(exchange -> awaitEnd());
        answers.add(json(200, schemaJson()));

        assertThat(new SchemaRegistry(url(), RegistryLogin.NONE, RegistryTls.OF_JAVA, IMPATIENT).byId(17))
                .isEqualTo(new Avro(WEATHER));
        assertThat(questions).hasSizeGreaterThan(1);
    }

    /** A slow body, because the client's own timeout ends with the headers. */
    @Test
    void anAnswerThatNeverEndsIsAskedAgain() throws InterruptedException {
        answers.add(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            awaitEnd();
        });
        answers.add(json(200, schemaJson()));

        assertThat(new SchemaRegistry(url(), RegistryLogin.NONE, RegistryTls.OF_JAVA, IMPATIENT).byId(17))
                .isEqualTo(new Avro(WEATHER));
    }

    @Test
    void howLongItWaitsIsMeasured() throws InterruptedException {
        var measured = new ArrayList<Duration>();
        answers.add(json(503, "{}"));
        answers.add(exchange -> {
            measured.add(registry.waiting());
            json(200, schemaJson()).give(exchange);
        });
        assertThat(registry.waiting()).isZero();

        registry.byId(17);

        assertThat(measured).singleElement().satisfies(waited -> assertThat(waited)
                .isPositive());
        assertThat(registry.waiting()).isZero();
    }

    @Test
    void aSchemaThatIsNeitherAvroNorJsonIsUnusable() throws InterruptedException {
        answers.add(json(200, "{\"schemaType\": \"PROTOBUF\", \"schema\": \"message M {}\"}"));

        assertThat(registry.byId(17)).isEqualTo(new Unusable("is of type PROTOBUF, not AVRO or JSON"));
        assertThat(questions).hasSize(1);
    }

    @Test
    void aJsonSchemaIsJson() throws InterruptedException {
        answers.add(json(200, "{\"schemaType\": \"JSON\", \"schema\": \"{}\"}"));

        assertThat(registry.byId(17)).isEqualTo(new Json());
    }

    static Stream<String> noSchemas() {
        return Stream.of(
                "",
                "message M {}",
                "{\"type\": \"record\"}",
                "\"Elsewhere\"",
                "{\"type\": \"fixed\", \"name\": \"f\", \"size\": \"x\"}",
                "{\"type\": \"record\", \"name\": \"a b\", \"fields\": []}",
                "{\"type\": \"record\", \"name\": \"r\", \"fields\": 7}",
                "{\"type\": \"array\", \"items\": ".repeat(5_000),
                "{\"type\": \"array\", \"items\": ".repeat(5_000) + "\"int\"" + "}".repeat(5_000),
                "[".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("noSchemas")
    void whatIsNoAvroSchemaIsUnusable(String schema) throws InterruptedException {
        answers.add(json(200, schemaJson(schema)));

        assertThat(registry.byId(17)).isInstanceOf(Unusable.class);
        assertThat(questions).hasSize(1);
    }

    @Test
    void aSchemaBeyondTheLimitIsUnusableButALargePageIsNoAnswer() throws InterruptedException {
        var large = "{\"schema\": \"%s\"}".formatted("x".repeat(RegistryHttp.MAX_ANSWER_BYTES));
        answers.add(json(200, "<html>" + large));
        answers.add(json(503, large));
        answers.add(ofRegistry(large));

        assertThat(registry.byId(17)).isEqualTo(TOO_LARGE);
        assertThat(questions).hasSize(3);
    }

    @Test
    void aLargeErrorAndACompressedAnswerAreNoAnswer() throws InterruptedException {
        var large = "{\"error_code\": 50001, \"message\": \"%s\"}".formatted("x".repeat(RegistryHttp.MAX_ANSWER_BYTES));
        answers.add(ofRegistry(500, large.getBytes(StandardCharsets.UTF_8)));
        answers.add(exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            ofRegistry(200, zipped(large)).give(exchange);
        });
        answers.add(json(200, schemaJson()));

        assertThat(registry.byId(17)).isEqualTo(new Avro(WEATHER));
        assertThat(questions).hasSize(3);
    }

    private static byte[] zipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    static Stream<String> beyondTheParser() {
        return Stream.of(
                "[".repeat(1_001) + "]".repeat(1_001),
                "[".repeat(500_000),
                "9".repeat(1_001),
                "{\"" + "n".repeat(50_001) + "\":1}");
    }

    @ParameterizedTest
    @MethodSource("beyondTheParser")
    void anAnswerBeyondTheParsersLimitsIsUnusableButSuchAPageIsNoAnswer(String value) throws InterruptedException {
        var answer = "{\"schema\": \"\\\"int\\\"\", \"extra\": " + value + "}";
        answers.add(json(200, answer));
        answers.add(json(503, answer));
        answers.add(ofRegistry(answer));

        assertThat(registry.byId(17))
                .isEqualTo(new Unusable(
                        "comes in an answer that is nested too deep, or has a number or name that is too long"));
        assertThat(questions).hasSize(3);
    }

    /** Nested references: weather to position and to time, position to time. */
    @Test
    void referencesAreResolvedEachOnce() throws InterruptedException {
        var time = "{\"type\": \"record\", \"name\": \"t.Time\", \"fields\": []}";
        var position =
                "{\"type\": \"record\", \"name\": \"p.Position\", \"fields\": [{\"name\": \"at\", \"type\": \"t.Time\"}]}";
        var weather = "{\"type\": \"record\", \"name\": \"W\", \"fields\":"
                + " [{\"name\": \"p\", \"type\": \"p.Position\"}, {\"name\": \"t\", \"type\": \"t.Time\"}]}";
        answers.add(json(200, schemaJson(weather, "a position/x", "time")));
        answers.add(json(200, schemaJson(position, "time")));
        answers.add(json(503, "{}"));
        answers.add(json(200, schemaJson(weather, "a position/x", "time")));
        answers.add(json(200, schemaJson(position, "time")));
        answers.add(json(200, schemaJson(time)));

        assertThat(registry.byId(17)).isInstanceOfSatisfying(Avro.class, avro -> assertThat(avro.schema())
                .isEqualTo(new Schema.Parser()
                        .parse(weather.replaceFirst("\"p.Position\"", position.replaceFirst("\"t.Time\"", time)))));
        assertThat(questions)
                .containsSequence(
                        "/schemas/ids/17 null",
                        "/subjects/a%20position%2Fx/versions/3 null",
                        "/subjects/time/versions/3 null");
        assertThat(questions).hasSize(6);
    }

    @Test
    void aReferenceThatIsNotThereIsUnusable() throws InterruptedException {
        answers.add(json(200, schemaJson("\"T\"", "time")));
        answers.add(json(404, "{\"error_code\": 40402}"));

        assertThat(registry.byId(17)).isInstanceOf(Unusable.class);
        assertThat(questions).hasSize(2);
    }

    @Test
    void referencesInACircleEnd() throws InterruptedException {
        answers.add(json(200, schemaJson("\"T\"", "time")));

        assertThat(registry.byId(17)).isInstanceOf(Unusable.class);
        assertThat(questions).hasSize(2);
    }

    @Test
    void referencesAreBounded() throws InterruptedException {
        var many = IntStream.range(0, 100).mapToObj(i -> "s" + i).toArray(String[]::new);
        answers.add(json(200, schemaJson("\"T\"", many)));
        answers.add(json(200, schemaJson("\"int\"")));

        assertThat(registry.byId(17)).isEqualTo(new Unusable("refers to more than 32 others"));
    }

    @Test
    void aSchemaAndThoseItRefersToAreBoundedTogether() throws InterruptedException {
        var large = "{\"type\": \"fixed\", \"name\": \"F%d\", \"size\": 1, \"doc\": \"%s\"}";
        answers.add(json(200, schemaJson("\"F0\"", "s0", "s1", "s2", "s3")));
        for (int i = 0; i < 4; i++) {
            answers.add(json(200, schemaJson(large.formatted(i, "x".repeat(400_000)))));
        }

        assertThat(registry.byId(17)).isEqualTo(TOO_LARGE);
        assertThat(questions).hasSize(4);
    }

    /** A hostile type: Avro's message quotes what it cannot read, and the registry's type may be any text. */
    @Test
    void whyASchemaIsUnusableIsShort() throws InterruptedException {
        answers.add(json(200, schemaJson("{\"no\": \"" + "x".repeat(1_000_000) + "\"}")));
        answers.add(json(200, "{\"schema\": \"x\", \"schemaType\": \"%s\"}".formatted("X".repeat(1_000_000))));

        for (int id = 1; id <= 2; id++) {
            assertThat(registry.byId(id)).isInstanceOfSatisfying(Unusable.class, unusable -> assertThat(unusable.why())
                    .hasSize(300));
        }
    }

    /** Together too deep: each text is as deep as the parser accepts, but Avro's fingerprint traverses all of them. */
    @Test
    void schemasThatAreDeepTogetherAreUnusable() throws InterruptedException {
        var deep = "{\"type\": \"record\", \"name\": \"R%d\", \"fields\": [{\"name\": \"f\", \"type\": "
                + "{\"type\": \"array\", \"items\": ".repeat(400)
                + "\"%s\""
                + "}".repeat(400)
                + "}]}";
        for (int i = 1; i <= 32; i++) {
            answers.add(json(
                    200,
                    i < 32
                            ? schemaJson(deep.formatted(i, "R" + (i + 1)), "s" + i)
                            : schemaJson(deep.formatted(i, "int"))));
        }

        assertThat(registry.byId(17)).isEqualTo(new Unusable("is nested more than 256 deep"));
    }

    /**
     * Expensive defaults: neither text nor type is deep, but the default of each record expands that of the one before.
     */
    @Test
    void defaultsThatNeedDefaultsAreNotFollowed() throws InterruptedException {
        var chain = new StringBuilder("[{\"type\": \"record\", \"name\": \"R0\", \"fields\": []}");
        for (int i = 1; i < 8_000; i++) {
            chain.append(
                    ", {\"type\": \"record\", \"name\": \"R%d\", \"fields\": [{\"name\": \"f\", \"type\": \"R%d\", \"default\": {}}]}"
                            .formatted(i, i - 1));
        }
        answers.add(json(200, schemaJson(chain.append("]").toString())));

        assertThat(registry.byId(17)).isInstanceOf(Avro.class);
    }

    @Test
    void aSchemaThatRefersToItselfIsNotDeep() throws InterruptedException {
        answers.add(
                json(
                        200,
                        schemaJson(
                                "{\"type\": \"record\", \"name\": \"R\", \"fields\": [{\"name\": \"next\", \"type\": [\"null\", \"R\"]}]}")));

        assertThat(registry.byId(17)).isInstanceOf(Avro.class);
    }

    @Test
    void aUserIsAuthenticatedAndThePasswordNeverShown() throws InterruptedException {
        answers.add(json(200, schemaJson()));
        var secured = new SchemaRegistry(url(), RegistryLogin.user("reader", "s3cret"), RegistryTls.OF_JAVA, PATIENT);

        assertThat(secured.byId(1)).isEqualTo(new Avro(WEATHER));
        assertThat(questions).containsExactly("/schemas/ids/1 Basic cmVhZGVyOnMzY3JldA==");
        assertThat(secured.toString()).doesNotContain("s3cret", "cmVhZGVy");
    }

    @Test
    void itTravelsWithTheJob() throws Exception {
        answers.add(json(200, schemaJson()));
        assertThat(registry.byId(1)).isEqualTo(new Avro(WEATHER));
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(registry);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((SchemaRegistry) in.readObject()).byId(1)).isEqualTo(new Avro(WEATHER));
        }
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String schemaJson() {
        return schemaJson(WEATHER.toString());
    }

    /** An answer with that schema, which refers to version 3 of each subject. */
    private static String schemaJson(String schema, String... subjects) {
        var answer = JsonNodeFactory.instance.objectNode().put("schema", schema);
        for (var subject : subjects) {
            answer.withArray("references")
                    .addObject()
                    .put("name", "n")
                    .put("subject", subject)
                    .put("version", 3);
        }
        return answer.toString();
    }

    /** Answers with the media type of a registry, which a proxy's error page does not have. */
    private static Answer ofRegistry(String body) {
        return ofRegistry(200, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer ofRegistry(int status, byte[] body) {
        return exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
            answer(status, body).give(exchange);
        };
    }

    private static Answer json(int status, String body) {
        return answer(status, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer answer(int status, byte[] bytes) {
        return exchange -> {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }
}
