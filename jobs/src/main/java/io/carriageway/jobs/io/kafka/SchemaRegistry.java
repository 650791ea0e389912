package io.carriageway.jobs.io.kafka;

import static org.apache.flink.configuration.ConfigOptions.key;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.carriageway.jobs.JobArguments;
import io.carriageway.schemas.WriterSchemas;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a Confluent-compatible registry for schemas, {@code GET /schemas/ids/{id}}. Only its own answer that it has none
 * (404 with error code 40403) is final; whatever else goes wrong is asked again for as long as it takes, and the job
 * stands in backpressure. Never prints its password.
 */
public final class SchemaRegistry implements WriterSchemas {

    public static final ConfigOption<String> URL = key("schema.registry.url")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Address of a Confluent-compatible schema registry, for records in Confluent's frame; without one they are rejected. Default: none.");

    public static final ConfigOption<String> USER = key("schema.registry.user")
            .stringType()
            .noDefaultValue()
            .withDescription("User for basic authentication at the registry. Default: none.");

    public static final ConfigOption<String> PASSWORD = key("schema.registry.password")
            .stringType()
            .noDefaultValue()
            .withDescription("The user's password. Default: none.");

    public static final List<ConfigOption<?>> OPTIONS = List.of(URL, USER, PASSWORD);

    public static final Map<ConfigOption<?>, String> ENVIRONMENT = Map.of(PASSWORD, "SCHEMA_REGISTRY_PASSWORD");

    private static final Logger LOG = LoggerFactory.getLogger(SchemaRegistry.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int NO_SUCH_SCHEMA = 40403;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** How long one question may take, and the pause after the first that failed; pauses double. */
    record Patience(Duration timeout, Duration firstPause) {
        static final Patience USUAL = new Patience(Duration.ofSeconds(10), Duration.ofMillis(100));
    }

    private final String url;
    private final String authorization;
    private final Duration timeout;
    private final Duration firstPause;
    private transient HttpClient client;

    SchemaRegistry(String url, String user, String password, Patience patience) {
        this.url = url.replaceFirst("/+$", "");
        this.authorization = user == null
                ? null
                : "Basic "
                        + Base64.getEncoder()
                                .encodeToString((user + ":" + (password == null ? "" : password))
                                        .getBytes(StandardCharsets.UTF_8));
        this.timeout = patience.timeout();
        this.firstPause = patience.firstPause();
    }

    /** The registry that the options name; null where they name none. */
    public static SchemaRegistry of(Configuration given) {
        var url = JobArguments.optional(given, URL);
        return url == null
                ? null
                : new SchemaRegistry(
                        url,
                        JobArguments.optional(given, USER),
                        JobArguments.optional(given, PASSWORD),
                        Patience.USUAL);
    }

    @Override
    public Optional<Schema> byId(int id) throws InterruptedException {
        for (var pause = firstPause; ; pause = longer(pause)) {
            try {
                return schema(ask(id));
            } catch (IOException e) {
                LOG.warn("Schema registry {} gave no schema {}, asking again in {}: {}", url, id, pause, e.toString());
                Thread.sleep(pause.toMillis());
            }
        }
    }

    private HttpResponse<String> ask(int id) throws IOException, InterruptedException {
        if (client == null) {
            client = HttpClient.newBuilder().connectTimeout(timeout).build();
        }
        var request = HttpRequest.newBuilder(URI.create(url + "/schemas/ids/" + id))
                .timeout(timeout)
                .header("Accept", "application/vnd.schemaregistry.v1+json, application/json");
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static Optional<Schema> schema(HttpResponse<String> answer) throws IOException {
        var body = json(answer);
        if (answer.statusCode() == 404 && body.path("error_code").asInt() == NO_SUCH_SCHEMA) {
            return Optional.empty();
        }
        if (answer.statusCode() != 200 || !body.path("schema").isTextual()) {
            throw new IOException("HTTP status " + answer.statusCode());
        }
        try {
            return Optional.of(new Schema.Parser().parse(body.path("schema").asText()));
        } catch (SchemaParseException e) {
            throw new IOException("its schema is no Avro schema that stands alone: " + e.getMessage(), e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IOException("HTTP status " + answer.statusCode() + " without JSON", e);
        }
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    @Override
    public String toString() {
        return "SchemaRegistry[url=%s]".formatted(url);
    }
}
