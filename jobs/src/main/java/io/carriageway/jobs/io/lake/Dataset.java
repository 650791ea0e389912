package io.carriageway.jobs.io.lake;

import java.io.Serializable;
import org.apache.avro.specific.SpecificRecordBase;

public record Dataset<R extends SpecificRecordBase>(String name, Class<R> type, String timeColumn)
        implements Serializable {
    public org.apache.avro.Schema schema() {
        return org.apache.avro.specific.SpecificData.get().getSchema(type);
    }
}
