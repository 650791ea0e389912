package io.carriageway.schemas;

import java.io.Serializable;
import java.util.Optional;
import org.apache.avro.Schema;

/** The schemas that a registry keeps by number, for records in Confluent's frame. Travels with the job. */
public interface WriterSchemas extends Serializable {

    /**
     * The schema of that number; empty when the registry answers that there is none, which is final. While it does not
     * answer at all this waits, so that an outage is never held against a record.
     */
    Optional<Schema> byId(int id) throws InterruptedException;
}
