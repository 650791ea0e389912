package io.carriageway.jobs.io.kafka.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.EOFException;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends one request to a schema registry; answers are bounded in bytes and in time. Never prints a secret. */
final class RegistryHttp implements Serializable {

    private static final long serialVersionUID = 1;

    static final int MAX_ANSWER_BYTES = 1 << 20;

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * An answer in JSON.
     *
     * @param body null if the answer is larger than {@link #MAX_ANSWER_BYTES} or {@link #isTooDeep}
     * @param bytes number of bytes of the body that were read
     */
    record Answer(int status, JsonNode body, int bytes) {

        boolean isTooLarge() {
            return bytes > MAX_ANSWER_BYTES;
        }

        /** Whether the body is nested deeper, or has longer numbers or names, than the parser accepts. */
        boolean isTooDeep() {
            return body.isMissingNode() && !isTooLarge();
        }

        boolean isError(int httpStatus, int errorCode) {
            return status == httpStatus && body.path("error_code").asInt() == errorCode;
        }
    }

    private final String url;
    private final RegistryLogin login;
    private final RegistryTls tls;
    private final Duration timeout;
    private transient HttpClient client;

    RegistryHttp(String url, RegistryLogin login, RegistryTls tls, Duration timeout) {
        this.url = url.replaceFirst("/+$", "");
        this.login = login;
        this.tls = tls;
        this.timeout = timeout;
    }

    /**
     * Asks the registry.
     *
     * @throws RegistryRefusedException if it and this client do not accept each other
     * @throws IOException if the registry gives no answer, or something else answers instead
     */
    Answer get(String path) throws IOException, InterruptedException {
        if (client == null) {
            client = client();
        }
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Accept", "application/vnd.schemaregistry.v1+json, application/json");
        var authorization = login.authorization();
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return answer(send(request.build()));
    }

    /** The client asks for no compression and unpacks none, so the limit of bytes holds for what is parsed. */
    private HttpClient client() {
        var builder = HttpClient.newBuilder().connectTimeout(timeout);
        if (tls.hasFiles()) {
            builder.sslContext(tls.context());
        }
        return builder.build();
    }

    /**
     * Sends the request with a timeout for the whole answer. The client's own timeout ends with the headers, and a body
     * may take for ever after them.
     */
    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        var answer = client.sendAsync(request, headers -> new BoundedBody(MAX_ANSWER_BYTES));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + timeout, e);
        } finally {
            answer.cancel(true);
        }
    }

    private static IOException failure(Throwable cause) {
        var tls = RegistryRefusedException.ofTls(cause);
        if (tls.isPresent()) {
            return tls.get();
        }
        // some servers do so in place of an alert, but also one that is about to stop
        return cause.getCause() instanceof EOFException
                ? new IOException(
                        "it closes the connection without an answer; if it asks for a client certificate, name a file with one that it trusts as --"
                                + RegistryOptions.KEYSTORE.key(),
                        cause)
                : new IOException(cause);
    }

    /** Parses the answer. A page of a proxy is not an answer of the registry, whatever its size. */
    private static Answer answer(HttpResponse<byte[]> response) throws IOException {
        int status = response.statusCode();
        var refused = RegistryRefusedException.ofStatus(status);
        if (refused.isPresent()) {
            throw refused.get();
        }
        int bytes = response.body().length;
        if (bytes > MAX_ANSWER_BYTES) {
            if (isJson(response)) {
                return new Answer(status, MissingNode.getInstance(), bytes);
            }
            throw new IOException("HTTP status %d and more than %d bytes".formatted(status, MAX_ANSWER_BYTES));
        }
        try {
            return new Answer(status, JSON.readValue(response.body(), JsonNode.class), bytes);
        } catch (JsonProcessingException e) {
            if (e instanceof StreamConstraintsException && isJson(response)) {
                return new Answer(status, MissingNode.getInstance(), bytes);
            }
            throw new IOException("HTTP status " + status + " without JSON", e);
        }
    }

    private static boolean isJson(HttpResponse<byte[]> response) {
        return response.headers().firstValue("Content-Type").orElse("").contains("json");
    }

    @Override
    public String toString() {
        return url;
    }
}
