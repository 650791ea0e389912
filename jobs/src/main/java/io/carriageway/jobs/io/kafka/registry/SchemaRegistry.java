package io.carriageway.jobs.io.kafka.registry;

import io.carriageway.jobs.options.JobArguments;
import io.carriageway.jobs.options.SecretReference;
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
 * any other answer, or none, it retries without limit, and the job waits in backpressure. Never prints the password.
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

    /** @param password may be a reference to a secret */
    SchemaRegistry(String url, String user, String password, Patience patience) {
        this.http = new RegistryHttp(url, user, password, patience.timeout());
        this.firstPause = patience.firstPause();
    }

    /** The registry that the options name; null if they name none. */
    public static SchemaRegistry of(Configuration given) {
        var url = JobArguments.optional(given, RegistryOptions.URL);
        if (url == null) {
            return null;
        }
        var user = JobArguments.optional(given, RegistryOptions.USER);
        var password =
                SecretReference.optional(given, RegistryOptions.PASSWORD_FILE, RegistryOptions.PASSWORD_VARIABLE);
        if (user == null && password != null) {
            // without a user the password would not be sent, and the registry would refuse every request
            throw new IllegalArgumentException("option --%s is missing, whose password is in --%s"
                    .formatted(RegistryOptions.USER.key(), RegistryOptions.PASSWORD_FILE.key()));
        }
        return new SchemaRegistry(RegistryAddress.checked(url), user, password, Patience.USUAL);
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
