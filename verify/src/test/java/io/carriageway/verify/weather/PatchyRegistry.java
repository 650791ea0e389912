package io.carriageway.verify.weather;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.carriageway.verify.oracle.Topic.Sent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.avro.Schema;

/**
 * A schema registry with one schema under every number, which fails for one number: a job that reads the first record
 * with that number blocks.
 */
final class PatchyRegistry implements AutoCloseable {

    private static final int SINGLE_OBJECT_HEADER_BYTES = 10;
    private static final int FRAME_HEADER_BYTES = 5;
    private static final int NONE = -1;

    private record Outage(int id, CountDownLatch noticed) {}

    private final HttpServer server;
    private final byte[] answer;
    private volatile Outage outage = new Outage(NONE, new CountDownLatch(0));

    PatchyRegistry(Schema schema) throws IOException {
        answer = new JsonMapper().writeValueAsBytes(Map.of("schema", schema.toString()));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::reply);
        server.start();
    }

    String url() {
        return "http://%s:%d"
                .formatted(
                        server.getAddress().getHostString(), server.getAddress().getPort());
    }

    /** The same record in Confluent's frame, under that number. */
    static Sent framed(Sent record, int id) {
        int bodyBytes = record.value().length - SINGLE_OBJECT_HEADER_BYTES;
        var frame = ByteBuffer.allocate(FRAME_HEADER_BYTES + bodyBytes)
                .put((byte) 0)
                .putInt(id)
                .put(record.value(), SINGLE_OBJECT_HEADER_BYTES, bodyBytes)
                .array();
        return new Sent(record.key(), frame, record.timestampMillis());
    }

    /** Does not answer about that number from now on; the latch opens at the first request. */
    CountDownLatch failAt(int id) {
        var noticed = new CountDownLatch(1);
        outage = new Outage(id, noticed);
        return noticed;
    }

    void recover() {
        outage = new Outage(NONE, new CountDownLatch(0));
    }

    private void reply(HttpExchange exchange) throws IOException {
        var now = outage;
        try (exchange) {
            if (exchange.getRequestURI().getPath().endsWith("/" + now.id())) {
                exchange.sendResponseHeaders(503, NONE);
                now.noticed().countDown();
            } else {
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
