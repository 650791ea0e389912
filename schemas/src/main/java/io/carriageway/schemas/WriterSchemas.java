package io.carriageway.schemas;

import java.io.Serializable;
import java.time.Duration;

/** The schemas that a registry keeps by number, for records in Confluent's frame. Travels with the job. */
public interface WriterSchemas extends Serializable {

    /**
     * Returns the registry's final answer about that number, and blocks while it gives none, so that an outage is never
     * held against a record.
     */
    RegisteredSchema byId(int id) throws InterruptedException;

    /** For how long {@link #byId} has been blocked, zero when it is not; any thread may ask. */
    default Duration waiting() {
        return Duration.ZERO;
    }
}
