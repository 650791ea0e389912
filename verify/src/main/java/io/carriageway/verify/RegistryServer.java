package io.carriageway.verify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A schema registry for tests: it returns a given answer for each path. */
public final class RegistryServer implements AutoCloseable {

    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int NO_SUBJECT = 40401;
    private static final int NO_SCHEMA = 40403;

    private final HttpServer server;
    private final Map<String, String> answers;

    /** @param answers JSON texts by path; any other path is answered as not found */
    public RegistryServer(Map<String, String> answers) throws IOException {
        this.answers = Map.copyOf(answers);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::reply);
        server.start();
    }

    /** The path of the schema of that number. */
    public static String byId(int id) {
        return "/schemas/ids/" + id;
    }

    /** The answer with that schema. */
    public static String avro(String schema) {
        return JsonNodeFactory.instance.objectNode().put("schema", schema).toString();
    }

    public String url() {
        return "http://%s:%d"
                .formatted(
                        server.getAddress().getHostString(), server.getAddress().getPort());
    }

    private void reply(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var known = answers.get(path);
        var answer = (known == null ? missing(path) : known).getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", MEDIA_TYPE);
            // without it the body is held back until the client acknowledges the head, for 40 ms
            exchange.getResponseHeaders().add("Connection", "close");
            exchange.sendResponseHeaders(known == null ? 404 : 200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static String missing(String path) {
        return "{\"error_code\":%d}".formatted(path.startsWith("/subjects/") ? NO_SUBJECT : NO_SCHEMA);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
