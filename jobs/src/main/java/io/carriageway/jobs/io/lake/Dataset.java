package io.carriageway.jobs.io.lake;

import java.io.Serializable;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * A folder of the lake and what its files have.
 *
 * @param timeColumn the time by which a row lies in its hour folder
 */
public record Dataset<R extends SpecificRecordBase>(String name, Class<R> type, String timeColumn)
        implements Serializable {

    public Schema schema() {
        return SpecificData.get().getSchema(type);
    }

    public Instant time(R row) {
        return (Instant) row.get(timeColumn);
    }
}
