package io.carriageway.jobs.io.lake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.apache.flink.configuration.Configuration;

/**
 * A mock of S3 for answers that no server in this process can be made to give: to roles without rights, with expired
 * tokens, on archived objects. It supports only GET, and accepts every signature.
 */
public final class MockS3 implements AutoCloseable {

    /** An answer other than an object. */
    public record Refusal(int status, String body) {

        /** The error in S3's XML format. */
        public static Refusal of(int status, String code) {
            return new Refusal(
                    status,
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>%s</Code><Message>about %s</Message></Error>"
                            .formatted(code, code));
        }
    }

    public static final Refusal ACCESS_DENIED = Refusal.of(403, "AccessDenied");
    private static final Refusal NO_SUCH_KEY = Refusal.of(404, "NoSuchKey");

    private final HttpServer server;
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Refusal ofMissing = NO_SUCH_KEY;
    private volatile Refusal ofAll;
    private volatile String hanging;
    private final CountDownLatch closed = new CountDownLatch(1);

    public MockS3() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::reply);
        server.start();
    }

    /** Flink's settings for a client of this mock. */
    public Configuration flink() {
        return Configuration.fromMap(Map.of(
                "s3.endpoint",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "s3.path.style.access",
                "true",
                "s3.access-key",
                "mock",
                "s3.secret-key",
                "mock"));
    }

    /** Puts an object at bucket/key. */
    public void put(String path, byte[] object) {
        objects.put(path, object);
    }

    /** Answers as S3 does to a role without s3:ListBucket: it does not say that an object is missing. */
    public void withoutListBucket() {
        ofMissing = ACCESS_DENIED;
    }

    /** Gives every request that answer from now on; with null, each gets its own again. */
    public void refuse(Refusal refusal) {
        ofAll = refusal;
    }

    /** Never answers requests for that object. */
    public void hang(String path) {
        hanging = path;
    }

    /** The requested objects, as bucket/key. */
    public List<String> asked() {
        return asked;
    }

    /** Waits until that object was requested that many times. */
    public synchronized void awaitRequests(String path, int count) throws InterruptedException {
        while (asked.stream().filter(path::equals).count() < count) {
            wait();
        }
    }

    private synchronized void note(String path) {
        asked.add(path);
        notifyAll();
    }

    private void reply(HttpExchange exchange) throws IOException {
        try (exchange) {
            // in a path, a plus is not a space
            var raw = exchange.getRequestURI().toString().substring(1).replace("+", "%2B");
            var path = URLDecoder.decode(raw, StandardCharsets.UTF_8);
            note(path);
            if (path.equals(hanging)) {
                closed.await();
                return;
            }
            var object = objects.get(path);
            var refusal = ofAll == null && object == null ? ofMissing : ofAll;
            var body = refusal == null ? object : refusal.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(refusal == null ? 200 : refusal.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
