package io.carriageway.schemas;

import io.carriageway.schemas.Decoded.Fault;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;

/** Fills the fields of a contract record by name, for wire formats in which they come in any order, or are missing. */
final class ContractRecord {

    /** @param record the record in the field or in its items; null if it contains none */
    record Field(Schema.Field field, ContractType type, ContractRecord record) {

        String name() {
            return field.name();
        }
    }

    private final SpecificData data;
    private final Schema schema;
    private final Map<String, Field> fields = new HashMap<>();

    ContractRecord(ContractType type) {
        data = type.data();
        schema = type.schema();
        for (var field : schema.getFields()) {
            var of = ContractType.of(data, field.schema());
            fields.put(field.name(), new Field(field, of, recordIn(of)));
        }
    }

    private static ContractRecord recordIn(ContractType type) {
        return switch (type.kind()) {
            case RECORD -> new ContractRecord(type);
            case ARRAY -> recordIn(type.items());
            default -> null;
        };
    }

    /** The field of that name; null if there is none. */
    Field field(String name) {
        return fields.get(name);
    }

    /** Names of the required fields that a writer's schema lacks. */
    List<String> missingIn(Schema writer) {
        return schema.getFields().stream()
                .filter(field -> !field.hasDefaultValue() && writer.getField(field.name()) == null)
                .map(Schema.Field::name)
                .toList();
    }

    Filling begin() {
        return new Filling();
    }

    /** A record that is being filled. */
    final class Filling {

        private final IndexedRecord record = (IndexedRecord) data.newRecord(null, schema);
        private final BitSet given = new BitSet();

        boolean has(Field field) {
            return given.get(field.field().pos());
        }

        void put(Field field, Object value) throws UndecodableException {
            if (has(field)) {
                throw new UndecodableException(Fault.FIELD_INVALID, "is given twice");
            }
            given.set(field.field().pos());
            record.put(field.field().pos(), value);
        }

        /** The finished record, with defaults for fields that were not given. */
        IndexedRecord finish() throws UndecodableException {
            for (var field : schema.getFields()) {
                if (!given.get(field.pos())) {
                    record.put(field.pos(), whenMissing(field));
                }
            }
            return record;
        }
    }

    private Object whenMissing(Schema.Field field) throws UndecodableException {
        if (!field.hasDefaultValue()) {
            throw new UndecodableException(Fault.FIELD_MISSING, "is missing").in(field.name());
        }
        return data.getDefaultValue(field);
    }
}
