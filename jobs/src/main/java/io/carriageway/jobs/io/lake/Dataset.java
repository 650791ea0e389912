package io.carriageway.jobs.io.lake;

import java.io.Serializable;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * A folder of the lake, with the record and the time column of its files.
 *
 * @param timeColumn the time that decides the hour folder of a row
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
