package io.carriageway.jobs.io.kafka.registry;

import io.carriageway.jobs.options.JobArguments;
import io.carriageway.schemas.RegisteredSchema;
import io.carriageway.schemas.WriterSchemas;
import java.io.IOException;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a Confluent-compatible registry for schemas, {@code GET /schemas/ids/{id}}. Final are a schema, whether it can
 * be used or not, and its own answer that it has none (404 with error code 40403). After any other answer, or none, it
 * is asked again for as long as it takes, and the job waits in backpressure. Never prints its password.
 */
public final class SchemaRegistry implements WriterSchemas {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaRegistry.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** How long one question may take, and the pause after the first that failed; pauses double. */
    record Patience(Duration timeout, Duration firstPause) {
        static final Patience USUAL = new Patience(Duration.ofSeconds(10), Duration.ofMillis(100));
    }

    private final RegistryHttp http;
    private final Duration firstPause;

    /** When the open question was asked first, as {@link System#nanoTime}; null when there is none. */
    private transient volatile Long waitingSince;

    SchemaRegistry(String url, String user, String password, Patience patience) {
        this.http = new RegistryHttp(url, user, password, patience.timeout());
        this.firstPause = patience.firstPause();
    }

    /** The registry that the options name; null where they name none. */
    public static SchemaRegistry of(Configuration given) {
        var url = JobArguments.optional(given, RegistryOptions.URL);
        if (url == null) {
            return null;
        }
        var user = JobArguments.optional(given, RegistryOptions.USER);
        var password = JobArguments.optional(given, RegistryOptions.PASSWORD);
        if (user == null && password != null) {
            // it would be sent nowhere, and the registry refuse every question, for ever
            throw new IllegalArgumentException("option --%s is missing, of which --%s is the password"
                    .formatted(RegistryOptions.USER.key(), RegistryOptions.PASSWORD.key()));
        }
        return new SchemaRegistry(RegistryAddress.checked(url), user, password, Patience.USUAL);
    }

    @Override
    public RegisteredSchema byId(int id) throws InterruptedException {
        waitingSince = System.nanoTime();
        try {
            for (var pause = firstPause; ; pause = longer(pause)) {
                try {
                    return SchemaLookup.byId(http, id);
                } catch (IOException e) {
                    LOG.warn(
                            "Schema registry {} gave no schema {}, asking again in {}: {}",
                            http,
                            id,
                            pause,
                            e.getMessage());
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
