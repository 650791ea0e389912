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

/** What the oracle's table record has of an event: the columns between the record's key and its defect. */
public interface EventColumns {

    /**
     * The values, always as many; null where there is none.
     *
     * @param event empty where the record's value is no event
     * @param defect what is wrong with the record; null where nothing is
     */
    List<Object> of(Optional<GenericRecord> event, String defect);

    /** The fields of the contract in its order. */
    static EventColumns fieldsOf(Class<? extends SpecificRecordBase> record) {
        return of(SpecificData.get().getSchema(record).getFields().stream()
                .map(Schema.Field::name)
                .toArray(String[]::new));
    }

    /** Those fields of the contract. */
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
