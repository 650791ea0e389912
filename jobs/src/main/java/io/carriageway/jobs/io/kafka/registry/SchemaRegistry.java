package io.carriageway.jobs.io.kafka.registry;

import io.carriageway.jobs.options.JobArguments;
import io.carriageway.retry.RetryLog;
import io.carriageway.schemas.RegisteredSchema;
import io.carriageway.schemas.WriterSchemas;
import java.io.IOException;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads schemas from a Confluent-compatible registry, {@code GET /schemas/ids/{id}}. Two answers are final: a schema,
 * whether it can be used or not, and the registry's own answer that there is none (404 with error code 40403). After
 * any other answer, or none, it retries without limit, and the job waits in backpressure. Never prints a secret.
 */
public final class SchemaRegistry implements WriterSchemas {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaRegistry.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** Greatest time for one request, and the pause after the first failure; pauses double. */
    record Patience(Duration timeout, Duration firstPause) {
        static final Patience USUAL = new Patience(Duration.ofSeconds(10), Duration.ofMillis(100));
    }

    private final RegistryHttp http;
    private final Duration firstPause;

    /** Time of the first attempt at the pending request, as {@link System#nanoTime}; null if none is pending. */
    private transient volatile Long waitingSince;

    SchemaRegistry(String url, RegistryLogin login, RegistryTls tls, Patience patience) {
        this.http = new RegistryHttp(url, login, tls, patience.timeout());
        this.firstPause = patience.firstPause();
    }

    /**
     * The registry that the options name; null if they name none.
     *
     * @throws IllegalArgumentException if options contradict each other, or a file of TLS is not usable here
     */
    public static SchemaRegistry of(Configuration given) {
        var address = JobArguments.optional(given, RegistryOptions.URL);
        if (address == null) {
            return null;
        }
        var url = RegistryAddress.checked(address);
        var tls = RegistryTls.of(given);
        if (tls.hasFiles()) {
            if (!url.startsWith("https:")) {
                throw new IllegalArgumentException("option --%s must begin with https:// if --%s or --%s is given"
                        .formatted(
                                RegistryOptions.URL.key(),
                                RegistryOptions.TRUSTSTORE.key(),
                                RegistryOptions.KEYSTORE.key()));
            }
            var unused = tls.context();
        }
        return new SchemaRegistry(url, RegistryLogin.of(given), tls, Patience.USUAL);
    }

    /**
     * Checks at a job's start that the registry and this process accept each other. Whether the registry is available
     * is not checked, because a job waits for it.
     *
     * @throws IllegalStateException if a certificate, the login or a right is wrong
     */
    public void requireAccess() throws InterruptedException {
        try {
            var unused = http.get("/schemas/ids/1");
        } catch (RegistryRefusedException e) {
            throw new IllegalStateException(
                    "cannot read from schema registry %s: %s".formatted(http, e.getMessage()), e);
        } catch (IOException e) {
            LOG.warn("Schema registry {} does not answer now: {}", http, e.getMessage());
        }
    }

    @Override
    public RegisteredSchema byId(int id) throws InterruptedException {
        waitingSince = System.nanoTime();
        var call = new RetryLog(LOG).call("read schema %d from schema registry %s".formatted(id, http));
        try {
            for (var pause = firstPause; ; pause = longer(pause)) {
                try {
                    var schema = SchemaLookup.byId(http, id);
                    call.answered();
                    return schema;
                } catch (IOException e) {
                    call.failed(e.getMessage());
                    Thread.sleep(pause.toMillis());
                }
            }
        } finally {
            waitingSince = null;
        }
    }

    @Override
    public Duration waiting() {
        var since = waitingSince;
        return since == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    @Override
    public String toString() {
        return "SchemaRegistry[url=%s]".formatted(http);
    }
}
