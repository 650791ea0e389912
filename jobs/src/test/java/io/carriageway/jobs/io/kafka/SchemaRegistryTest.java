package io.carriageway.jobs.io.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.carriageway.event.WeatherObservation;
import io.carriageway.jobs.io.kafka.SchemaRegistry.Patience;
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
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaRegistryTest {

    private static final Schema WEATHER = WeatherObservation.getClassSchema();
    private static final Patience PATIENT = new Patience(Duration.ofMinutes(1), Duration.ofMillis(1));
    private static final Patience IMPATIENT = new Patience(Duration.ofMillis(300), Duration.ofMillis(1));

    private interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    /** Given in turn; the last one for good. */
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
        registry = new SchemaRegistry(url() + "/", null, null, PATIENT);
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void aSchemaIsAskedForByItsNumber() throws InterruptedException {
        answers.add(json(200, schemaJson()));

        assertThat(registry.byId(17)).contains(WEATHER);
        assertThat(questions).containsExactly("/schemas/ids/17 null");
    }

    @Test
    void theRegistrysOwnAnswerThatItHasNoneIsFinal() throws InterruptedException {
        answers.add(json(404, "{\"error_code\": 40403, \"message\": \"Schema 17 not found\"}"));

        assertThat(registry.byId(17)).isEmpty();
        assertThat(questions).hasSize(1);
    }

    @Test
    void whateverIsNoAnswerIsAskedAgain() throws InterruptedException {
        answers.add(json(503, "{}"));
        answers.add(json(404, "<html>no such page</html>"));
        answers.add(json(404, "{\"error_code\": 404}"));
        answers.add(json(401, "{\"error_code\": 401}"));
        answers.add(json(200, "{}"));
        answers.add(HttpExchange::close);
        answers.add(json(200, schemaJson()));

        assertThat(registry.byId(17)).contains(WEATHER);
        assertThat(questions).hasSize(7);
    }

    @Test
    void aRegistryThatHangsIsAskedAgain() throws InterruptedException {
        answers.add(exchange -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        answers.add(json(200, schemaJson()));

        assertThat(new SchemaRegistry(url(), null, null, IMPATIENT).byId(17)).contains(WEATHER);
        assertThat(questions).hasSizeGreaterThan(1);
    }

    @Test
    void aUserIsAuthenticatedAndThePasswordNeverShown() throws InterruptedException {
        answers.add(json(200, schemaJson()));
        var secured = new SchemaRegistry(url(), "reader", "s3cret", PATIENT);

        assertThat(secured.byId(1)).isPresent();
        assertThat(questions).containsExactly("/schemas/ids/1 Basic cmVhZGVyOnMzY3JldA==");
        assertThat(secured.toString()).doesNotContain("s3cret", "cmVhZGVy");
    }

    @Test
    void itTravelsWithTheJob() throws Exception {
        answers.add(json(200, schemaJson()));
        assertThat(registry.byId(1)).isPresent();
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(registry);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((SchemaRegistry) in.readObject()).byId(1)).contains(WEATHER);
        }
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static String schemaJson() {
        return "{\"schema\": \"" + WEATHER.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
    }

    private static Answer json(int status, String body) {
        return exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }
}
