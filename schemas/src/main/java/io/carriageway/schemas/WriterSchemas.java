package io.carriageway.schemas;

import java.io.Serializable;
import java.time.Duration;

/** Looks up the schemas of a registry by id, for records in Confluent's frame. It is serialized with the job. */
public interface WriterSchemas extends Serializable {

    /**
     * Returns the registry's definite answer about that id. Blocks until there is one, so that an outage never rejects
     * a record.
     */
    RegisteredSchema byId(int id) throws InterruptedException;

    /** Time for which {@link #byId} has been blocked; zero if it is not. Thread-safe. */
    default Duration waiting() {
        return Duration.ZERO;
    }
}
