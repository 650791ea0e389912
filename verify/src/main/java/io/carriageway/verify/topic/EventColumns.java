package io.carriageway.verify.topic;

import io.carriageway.verify.oracle.Oracle;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** The columns of an event in the oracle's table record, between the record's key and its defect. */
public interface EventColumns {

    /**
     * The values, always the same number; null if an event has none.
     *
     * @param event empty if the record's value is no event
     * @param defect the defect of the record; null if it has none
     */
    List<Object> of(Optional<GenericRecord> event, String defect);

    /** The fields of the contract in its order. */
    static EventColumns fieldsOf(Class<? extends SpecificRecordBase> record) {
        return of(SpecificData.get().getSchema(record).getFields().stream()
                .map(Schema.Field::name)
                .toArray(String[]::new));
    }

    /** These fields of the contract. */
    static EventColumns of(String... fields) {
        return (event, defect) ->
                event.map(read -> Oracle.values(read, fields)).orElse(Collections.nCopies(fields.length, null));
    }

    /** These columns and then others. */
    default EventColumns and(EventColumns others) {
        return (event, defect) -> Stream.of(of(event, defect), others.of(event, defect))
                .flatMap(List::stream)
                .toList();
    }
}
