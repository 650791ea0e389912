package io.carriageway.sandbox.poison;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * A stand-in for a schema registry whose subjects nobody guards: it speaks the protocol, and its schemas are hostile.
 */
final class HostileRegistry implements AutoCloseable {

    static final int MISSING = 0;
    static final int RECURSIVE = 1;
    static final int NULLS = 2;
    static final int PROTOBUF = 3;
    static final int NO_SCHEMA = 4;
    static final int STRANGER = 5;
    static final int REFERENCES = 6;

    private static final String NODE =
            "{\"type\":\"record\",\"name\":\"Node\",\"fields\":[{\"name\":\"next\",\"type\":[\"null\",\"Node\"]}]}";

    private final HttpServer server;
    private final Map<String, Object> answers = new HashMap<>();

    /** Takes the contract that its hostile schemas extend. */
    HostileRegistry(Schema contract) throws IOException {
        register(RECURSIVE, Map.of("schema", withExtra(contract, "[\"null\"," + NODE + "]")));
        register(NULLS, Map.of("schema", withExtra(contract, "{\"type\":\"array\",\"items\":\"null\"}")));
        register(PROTOBUF, Map.of("schemaType", "PROTOBUF", "schema", "syntax = \"proto3\"; message M {}"));
        register(NO_SCHEMA, Map.of("schema", "{\"type\":\"record\",\"name\":"));
        register(STRANGER, Map.of("schema", "{\"type\":\"record\",\"name\":\"Stranger\",\"fields\":[]}"));
        var reference = Map.of("name", "Part", "subject", "part", "version", 1);
        register(REFERENCES, Map.of("schema", contract.toString(), "references", List.of(reference)));
        answers.put(
                "/subjects/part/versions/1",
                Map.of("schema", "{\"type\":\"enum\",\"name\":\"Part\",\"symbols\":[\"A\"]}"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::reply);
        server.start();
    }

    private void register(int id, Object answer) {
        answers.put("/schemas/ids/" + id, answer);
    }

    private static String withExtra(Schema contract, String type) {
        var text = contract.toString();
        int end = text.lastIndexOf(']');
        return text.substring(0, end) + ",{\"name\":\"extra\",\"type\":" + type + "}" + text.substring(end);
    }

    String url() {
        return "http://%s:%d"
                .formatted(
                        server.getAddress().getHostString(), server.getAddress().getPort());
    }

    private void reply(HttpExchange exchange) throws IOException {
        var known = answers.get(exchange.getRequestURI().getPath());
        var answer = new JsonMapper().writeValueAsBytes(known != null ? known : Map.of("error_code", 40403));
        try (exchange) {
            exchange.sendResponseHeaders(known != null ? 200 : 404, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
